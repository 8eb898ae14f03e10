// [api] a text as a command | must be rejected at compile
return 'id'.execute().text
