// [memory] the list of records grown by itself | per batch | must be stopped at run with a limit error
while (true) { records.addAll(records) }
