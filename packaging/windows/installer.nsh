; Offers Dateline under “Open with” for the files of other programs that it reads, and takes none of them from those.

!define OPEN_WITH "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"

!macro openWith ENDING
  WriteRegStr SHELL_CONTEXT "${OPEN_WITH}\SupportedTypes" "${ENDING}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${OPEN_WITH}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro openWith ".csv"
  !insertmacro openWith ".tsv"
  !insertmacro openWith ".xlsx"
  !insertmacro openWith ".xlsm"
  !insertmacro openWith ".ics"
  !insertmacro openWith ".mw"
  !insertmacro openWith ".markwhen"
  !insertmacro openWith ".timeline"
  !insertmacro openWith ".json"
  !insertmacro openWith ".jsonl"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "${OPEN_WITH}"
!macroend
