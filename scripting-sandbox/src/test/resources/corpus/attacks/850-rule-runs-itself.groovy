// [mop] the method that runs a rule called by it | must be stopped at run with a limit error
return run()
