// [data] what a rule of the other kind is handed and cannot name | must be rejected at compile
return given$records
