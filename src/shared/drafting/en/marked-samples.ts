// Twenty-five short English passages of many kinds, written for this project, with their dates marked by hand before the rules
// first ran on them: `{{words|value}}`, the value in TIMEX3. What has no date of the calendar is not marked: to date it is a fault.
import type { MarkedArticle } from '../marked.ts';

/** The passages. */
export const ARTICLES: readonly MarkedArticle[] = [
  {
    published: '1989-10-30',
    text: `Harlan Industries Inc. said net income for the {{third quarter|1989-Q3}} fell 12% to $14.2 million, or 61 cents a share, from $16.1 million, or 69 cents a share, {{a year earlier|1988}}. Sales rose to $402 million from $388.5 million. In the nine months ended {{Sept. 30|1989-09-30}}, the Toledo, Ohio, maker of pumps earned $41 million. The company said {{Friday|1989-10-27}} that it expects to close its Akron plant by {{the end of 1990|1990}}. In New York Stock Exchange composite trading {{Friday|1989-10-27}}, Harlan closed at $31.50, down 75 cents. The dividend, payable {{Dec. 15|1989-12-15}} to stock of record {{Nov. 20|1989-11-20}}, is unchanged at 25 cents.`,
  },
  {
    published: '2013-03-22',
    text: `A former town clerk was sentenced {{Thursday|2013-03-21}} to 18 months in prison for taking more than $90,000 from a fund for road repairs. Linda Marsh, 58, pleaded guilty in {{January|2013-01}} to two counts of theft. Prosecutors said the thefts began in {{2006|2006}} and went on until {{the spring of 2011|2011-SP}}, when an auditor noticed that bills from {{the previous summer|2010-SU}} had been paid twice. Marsh was arrested {{that August|2011-08}} and resigned the following day. Her lawyer said {{yesterday|2013-03-21}} that she would begin serving her term on {{April 8|2013-04-08}}. Judge Arnold Best told her that he had taken into account her 30 years of service.`,
  },
  {
    published: '2015-11-19',
    text: `Margaret Oduya, who taught three generations of Kenyan botanists, died {{last Saturday|2015-11-14}} in Nairobi. She was 87. Born in Kisumu on {{9 February 1928|1928-02-09}}, the daughter of a railway guard, she won a scholarship to Makerere in {{1947|1947}} and left for Edinburgh {{three years later|1950}}. Her thesis, finished in {{the winter of 1954|1954-WI}}, described forty grasses that had no name. She married James Oduya in {{1956|1956}}; he died in {{2002|2002}}. From {{1963|1963}} to {{1985|1985}} she led the herbarium. She worked there every Tuesday until {{last month|2015-10}}. A memorial will be held on {{5 December|2015-12-05}}.`,
  },
  {
    published: '2013-05-13',
    text: `Rovers won the cup for the first time since {{1978|1978}} on {{Sunday|2013-05-12}}, when Danny Pryce scored in the 89th minute of a match that had been put off twice. The final, first set for {{May 4|2013-05-04}}, was moved to {{last Wednesday|2013-05-08}} and then to {{the weekend|2013-W19-WE}} because of flooding. Pryce, 23, joined the club two seasons ago from Hull. “I dreamed of {{this day|2013-05-12}} when I was 8,” he said. The team will parade through the town {{on Tuesday evening|2013-05-14TEV}} and fly to Portugal {{next week|2013-W21}}. Rovers lost in the {{2009|2009}} final and finished third last season.`,
  },
  {
    published: '2014-07-03',
    text: `A probe that has slept for 31 months woke up {{on Monday|2014-06-30}} and sent home a picture of the comet it was built to chase. Launched in {{March 2004|2004-03}}, the craft swung past Mars in {{2007|2007}} and twice past Earth, most recently in {{November 2009|2009-11}}. It will reach the comet on {{Aug. 6|2014-08-06}} and drop a lander {{three months later|2014-11}}. The 10-year journey has cost 1.3 billion euros. A paper published {{today|2014-07-03}} in the journal says that the comet loses two cups of water a second. In {{the mid-1980s|198}} five craft flew past Halley's comet, which returns every 76 years and is next due in {{2061|2061}}.`,
  },
  {
    published: null,
    narrative: true,
    text: `The mill at Thornby was begun in {{the spring of 1791|1791-SP}} by two brothers from Leeds. By {{the following autumn|1791-FA}} the wheel was turning. In {{1812|1812}} a crowd broke in by night and smashed forty frames; three men were hanged in {{January|1813-01}}. The elder brother died on {{3 June 1820|1820-06-03}}, and {{two years later|1822}} his son sold the works to the Crossley family. A fire in {{November 1847|1847-11}} destroyed the upper floors. They were rebuilt by {{the next summer|1848-SU}}. In {{the 1860s|186}} 300 people worked there. The last shift ended on {{Friday, 13 March 1931|1931-03-13}}. {{That winter|1931-WI}} the boilers were sold for scrap.`,
  },
  {
    published: null,
    narrative: true,
    text: `On {{28 June 1389|1389-06-28}} the armies met on the plain. Little is known of the battle; the first account was written {{twelve days later|1389-07-10}}. In {{1402|1402}} Timur defeated Bayezid at Ankara, and the sultan died in captivity {{the following year|1403}}. His sons fought each other until {{1413|1413}}. In {{the spring of 1453|1453-SP}} Mehmed laid siege to the city. The guns opened fire on {{6 April|1453-04-06}}, and on {{the 18th|1453-04-18}} a first assault failed. On {{22 April|1453-04-22}} ships were dragged overland. The walls were stormed in {{the early hours of 29 May|1453-05-29TMO}}. By {{noon|1453-05-29T12:00}} the fighting was over. {{Three days later|1453-06-01}} the sultan ordered the looting to stop.`,
  },
  {
    published: null,
    narrative: true,
    text: `Hannibal left New Carthage in {{the late spring of 218 BC|BC0218-SP}} and crossed the Alps in {{November|BC0218-11}}. In {{December|BC0218-12}} he beat Sempronius at the Trebia, and {{the next year|BC0217}} destroyed Flaminius at Lake Trasimene. On {{2 August 216|BC0216-08-02}} he won at Cannae. Capua fell in {{211|BC0211}}. He was recalled in {{203|BC0203}} and lost at Zama {{a year later|BC0202}}. Livy, born in {{59 BC|BC0059}}, wrote of it two centuries after.`,
  },
  {
    published: null,
    narrative: true,
    text: `Fanny Ellison was born at Whitby in {{1838|1838}}. In {{the summer of 1859|1859-SU}} she went to London, where she met the engraver John Rudd at a lecture; they were engaged by {{Christmas|1859-12-25}}. The wedding, planned for {{May 1860|1860-05}}, was put off when his father died, and they married on {{14 September|1860-09-14}}. Their first child was born {{the next June|1861-06}}. In {{February 1864|1864-02}} Rudd left for Canada. He wrote on the 3rd and again in {{April|1864-04}}; after that she heard nothing. She opened a school in {{1866|1866}}, when she was 28, and ran it for 40 years. She died in {{the early hours of New Year's Day 1911|1911-01-01TMO}}.`,
  },
  {
    published: '2019-09-25',
    text: `The court ruled {{on Tuesday|2019-09-24}} that the suspension of parliament was unlawful, and the Speaker said that members would return {{at 11.30 a.m. today|2019-09-25T11:30}}. Parliament had been suspended {{on Sept. 10|2019-09-10}} until {{Oct. 14|2019-10-14}}. The prime minister, who was in New York, will fly back overnight and is expected to speak {{this afternoon|2019-09-25TAF}}. Britain is due to leave on {{31 October|2019-10-31}}. In the {{2016|2016}} referendum 52 percent voted to leave. Labour ended its conference a day early. “We have had three years of this,” said one member. A general election by {{Christmas|2019-12-25}} now looks likely.`,
  },
  {
    published: '2013-05-21',
    text: `A tornado flattened two schools in a suburb of Oklahoma City {{Monday afternoon|2013-05-20TAF}}, killing at least 51 people. The storm touched down {{at 2:56 p.m.|2013-05-20T14:56}} and stayed on the ground for 40 minutes. Rescuers worked {{through the night|2013-05-20TNI}} with dogs. The path was close to that of the storm of {{May 3, 1999|1999-05-03}}, which killed 36. “We heard it coming about ten minutes before,” said Wanda Hall. The governor spoke to the president {{Monday evening|2013-05-20TEV}} and will tour the area {{later today|2013-05-21}}. Forecasters had warned of storms {{since last Wednesday|2013-05-15}}. Schools will stay closed for {{the rest of the week|2013-W21}}.`,
  },
  {
    published: '2010-02-16',
    text: `Police in Leeds are looking for a man who took £4,000 from a bookmaker's in Kirkgate on {{Saturday night|2010-02-13TNI}}. He came in shortly before {{9pm|2010-02-13T21:00}}, said Det Con Sue Platt. A similar raid in Otley on {{January 23|2010-01-23}} may have been carried out by the same man. Two men were charged with a third robbery {{last December|2009-12}}; their trial opens at Bradford on {{Monday week|2010-03-01}}. Anyone who was in the street between 8.30 and 9.15 is asked to call 01632 960001. The shop was robbed twice in {{2008|2008}}.`,
  },
  {
    published: '1998-03-06',
    text: `The unemployment rate fell to 4.6 percent in {{February|1998-02}}, the Labor Department reported {{today|1998-03-06}}, matching {{November's|1997-11}} level, the lowest since {{1973|1973}}. Employers added 310,000 jobs {{last month|1998-02}} after a revised gain of 375,000 in {{January|1998-01}}. Average hourly earnings rose 6 cents and are up 4.1 percent from {{a year ago|1997}}. The figures for {{March|1998-03}} will be released on {{April 3|1998-04-03}}. Stocks rose {{this morning|1998-03-06TMO}} after the news. The central bank, which last raised rates in {{March 1997|1997-03}}, meets again on {{March 31|1998-03-31}}.`,
  },
  {
    published: '2022-10-07',
    text: `The two presidents spoke by telephone on {{Wednesday|2022-10-05}}, the Kremlin said. It was their first call in three months. They had met in Samarkand {{in mid-September|2022-09}}, on the sidelines of a summit. The envoy is to visit Baku {{early next week|2022-W41}}. Fighting broke out on {{the night of Sept. 12|2022-09-12TNI}} and ended {{two days later|2022-09-14}}. The truce brokered in {{November 2020|2020-11}} after a six-week war has been broken many times. “Nothing was signed in Prague”, a spokesman said {{on Friday|2022-10-07}}, a day after leaders of 44 states met there.`,
  },
  {
    published: '2006-08-20',
    text: `For as long as anyone can recall, the Hendersons have opened their orchard on {{Labor Day|2006-09-04}}. {{This year|2006}} they will not. A hailstorm on {{the Fourth of July|2006-07-04}} took most of the crop, and {{last week|2006-W32}} the family put the land up for sale. Ray Henderson's grandfather planted the first trees in {{the fall of '38|1938-FA}}. In {{the '70s|197}} there were nine orchards on the ridge; by {{2000|2000}} there were two. “In a good year we had 5,000 visitors,” he said. He turns 70 {{in March|2007-03}}.`,
  },
  {
    published: '2012-09-13',
    text: `Apple will begin selling the iPhone 5 on {{Sept. 21|2012-09-21}}, nine days after unveiling it in San Francisco. Orders open {{tomorrow|2012-09-14}}. The first iPhone went on sale in {{June 2007|2007-06}}. Analysts expect 8 million to be sold by {{the end of the month|2012-09}}. The company sold 26 million phones in the quarter that ended {{June 30|2012-06-30}}, against 20 million in {{the same quarter last year|2011-Q2}}. Windows 95 and Office 2010 never had such queues, one dealer said. Samsung, which lost a suit {{last month|2012-08}}, said {{on Thursday|2012-09-13}} that it would appeal.`,
  },
  {
    published: '1990-08-16',
    text: `Members of the machinists union will vote {{Sunday|1990-08-19}} on a three-year contract that negotiators reached early {{Wednesday|1990-08-15}}, hours before a strike deadline. The old contract expired {{at midnight Tuesday|1990-08-14T24:00}}. Under the pact, wages would rise 4% in the first year and 3% in each of the next two. The union struck the company for 48 days in {{late 1989|1989}}. Talks began {{June 26|1990-06-26}} and broke off twice {{last month|1990-07}}. A spokesman declined to comment until after {{the weekend|1990-W33-WE}}. The company's backlog stood at $97 billion on {{July 1|1990-07-01}}.`,
  },
  {
    published: '2021-02-02',
    text: `The vaccine protects 91.6 percent of those who get it, according to trial results published {{on Tuesday|2021-02-02}} in a medical journal. The trial began on {{7 September 2020|2020-09-07}} and will end 180 days after the first dose. Volunteers received two shots 21 days apart. Between {{September 7|2020-09-07}} and {{November 24|2020-11-24}}, 21,977 adults were enrolled. The regulator had approved the shot {{last August|2020-08}}, before large trials had started. Hungary began using it {{this week|2021-W05}}. It will need two or three months to make enough, the institute said {{in December|2020-12}}.`,
  },
  {
    published: '2001-03-02',
    text: `The train left Newcastle at {{4.45 a.m. on Wednesday|2001-02-28T04:45}} and was doing 125 mph when it struck a Land Rover that had come off the M62. Ten people died. Investigators, who arrived within hours, said {{last night|2001-03-01TNI}} that the driver had probably fallen asleep. The line, closed since the crash, is to reopen on {{Monday week|2001-03-12}}. It was the third bad accident in 18 months: 31 people were killed near Paddington on {{5 October 1999|1999-10-05}}, and four at Hatfield {{last October|2000-10}}. The Hatfield report came out {{in January|2001-01}}.`,
  },
  {
    published: '2008-01-11',
    text: `The museum has bought a portrait that it turned down {{80 years ago|1928}}. Painted around {{1635|1635}}, it hung in a house in Kent until {{the twenties|192}}, was sold at Christie's in {{July 1928|1928-07}} for 90 guineas, and spent {{most of the twentieth century|19}} in Boston. It goes on show {{from Saturday|2008-01-12}} until {{May 25|2008-05-25}}. Admission is free on Sundays. The museum, founded in {{1824|1824}}, paid with a bequest made in {{2005|2005}}. A catalogue is due {{this spring|2008-SP}}.`,
  },
  {
    published: '2016-06-01',
    text: `Founded in {{1908|1908}} by William Durant, the company was the world's largest for 77 years. It filed for bankruptcy on {{June 1, 2009|2009-06-01}}, {{seven years ago today|2009-06-01}}. The government sold its last shares in {{December 2013|2013-12}}. In {{early February 2014|2014-02}}, two weeks after Mary Barra took over, it began recalling cars with bad switches; by {{year's end|2014}} it had recalled 30 million. Engineers had known of the fault since {{2001|2001}}. In {{the first quarter of this year|2016-Q1}} it earned $2 billion, up from $900 million {{in the year-earlier period|2015-Q1}}.`,
  },
  {
    published: '2011-06-09',
    text: `The driest {{spring|2011-SP}} since {{1910|1910}} has left wheat in East Anglia a third shorter than usual, farmers said {{on Thursday|2011-06-09}}. No rain fell at Cambridge between {{March 2|2011-03-02}} and {{April 28|2011-04-28}}. Some growers began to water their barley a month earlier than usual. “If we get rain in the next fortnight we may save half,” said Tom Askew, who has farmed 900 acres near Ely since {{the early 1990s|199}}. The harvest normally starts in late July. In {{1976|1976}}, the last great drought, it was over by August Bank Holiday.`,
  },
  {
    published: '2003-08-15',
    text: `The lights went out in New York at {{4:11 p.m. on Thursday|2003-08-14T16:11}}, and by {{5 o'clock|2003-08-14T17:00}} 50 million people in eight states had no power. Subways stopped. By {{early Friday|2003-08-15}} power was back in parts of Ohio. The mayor said {{this morning|2003-08-15TMO}} that all would have light again by {{tonight|2003-08-15TNI}}. The blackout of {{Nov. 9, 1965|1965-11-09}} lasted 13 hours; that of {{July 13, 1977|1977-07-13}}, brought looting. “{{Tomorrow|2003-08-16}} we ask why,” said Senator Lane. Hearings begin {{Sept. 3|2003-09-03}}.`,
  },
  {
    published: '2013-03-14',
    text: `Cardinals chose the archbishop of Buenos Aires as pope {{late Wednesday|2013-03-13}}, on the second day of voting. He will be installed {{next Tuesday|2013-03-19}}, the feast of St. Joseph. His predecessor stepped down {{on Feb. 28|2013-02-28}}, having announced it {{17 days earlier|2013-02-11}}. {{Thursday morning|2013-03-14TMO}} he prayed at Santa Maria Maggiore. He was ordained on {{Dec. 13, 1969|1969-12-13}}, became a bishop in {{1992|1992}} and a cardinal {{nine years later|2001}}. In {{2005|2005}} he came second. He plans to visit Brazil {{in July|2013-07}}. {{Easter|2013-03-31}} falls on {{March 31|2013-03-31}} this year.`,
  },
  {
    published: '2013-03-26',
    text: `NICOSIA (Reuters) - Banks in Cyprus will stay closed until {{Thursday|2013-03-28}}, the central bank said late {{on Monday|2013-03-25}}, reversing a decision to reopen most of them {{on Tuesday|2013-03-26}}. They have been shut since {{March 16|2013-03-16}}. Under the deal struck in Brussels in {{the early hours of Monday|2013-03-25TMO}}, deposits above 100,000 euros will be frozen. Cyprus, which joined the euro in {{2008|2008}}, asked for help {{last June|2012-06}}. Parliament rejected a first plan {{a week ago|2013-W12}}. Thousands of students marched {{earlier on Tuesday|2013-03-26}}. The economy is expected to shrink by 10 percent {{this year|2013}} and 8 percent {{in 2014|2014}}.`,
  },
];
