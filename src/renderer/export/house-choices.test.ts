// The fields of a house style say what they mean, or what is wrong with them.
import { describe, expect, it } from 'vitest';
import { houseChoicesOf, houseStyleOf, NO_HOUSE } from './house-choices.ts';

describe('houseStyleOf', () => {
  it('sets nothing by empty fields', () => {
    expect(houseStyleOf(NO_HOUSE)).toEqual({ ok: true, value: {} });
  });

  it('reads fonts and colours, and describes them again', () => {
    const choices = {
      titles: 'Georgia',
      text: 'Source Sans 3',
      colours: '#0b3d91\nteal\nCSTO: #abcdef\nTalks: second round: red',
    };
    const style = {
      fonts: { titles: 'Georgia', text: 'Source Sans 3' },
      colours: {
        order: ['#0b3d91', 'teal'],
        lanes: { CSTO: '#abcdef', 'Talks: second round': 'red' },
      },
    };
    expect(houseStyleOf(choices)).toEqual({ ok: true, value: style });
    expect(houseChoicesOf(style)).toEqual(choices);
  });

  it('takes blanks and blank lines', () => {
    expect(houseStyleOf({ titles: ' Georgia ', text: '', colours: '\n  CSTO :  #abcdef \n\n' })).toEqual({
      ok: true,
      value: { fonts: { titles: 'Georgia' }, colours: { lanes: { CSTO: '#abcdef' } } },
    });
  });

  it.each([
    [{ ...NO_HOUSE, titles: 'x"; color: red' }, 'style-titles-font'],
    [{ ...NO_HOUSE, text: 'Georgia, serif' }, 'style-text-font'],
    [{ ...NO_HOUSE, colours: 'blueish' }, 'style-colours'],
    [{ ...NO_HOUSE, colours: 'CSTO: #fff' }, 'style-colours'],
    [{ ...NO_HOUSE, colours: ': #ffffff' }, 'style-colours'],
    [{ ...NO_HOUSE, colours: '#ffffff\n'.repeat(201) }, 'style-colours'],
  ])('refuses %j', (choices, code) => {
    expect(houseStyleOf(choices)).toMatchObject({ ok: false, failure: { code } });
  });
});
