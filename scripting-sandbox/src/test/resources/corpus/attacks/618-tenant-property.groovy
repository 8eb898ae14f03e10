// [data] the tenant as a property of what the rule is given | must be rejected at compile
return crm.tenant
