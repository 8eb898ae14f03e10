// texts of both kinds by a ternary into a field | must return small: Acme renewal
record.description = record.amount > 5000 ? 'large' : "small: ${record.name}"
return record.description
