// [reflection] the class behind a safe navigation | must be rejected at compile
return record?.class
