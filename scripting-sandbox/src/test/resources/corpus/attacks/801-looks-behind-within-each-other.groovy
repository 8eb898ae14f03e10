// [cpu] looks behind within looks behind, none of which looks at a character | must be stopped at run with a limit error
return ('x' * 5000) ==~ /x+(?<!(?<!(?<!\A.{0,999})\A.{0,999})\A.{0,999})/
