// texts of both kinds as an argument | must return HI ACME RENEWAL!A!
String loud(String text) { text.toUpperCase() + '!' }
return loud(record.active ? "hi ${record.name}" : 'nobody') + loud(record.active ? 'a' : "b${1}")
