// [api] looks at the processes of the machine | must be rejected at compile
return ProcessHandle.current().parent()
