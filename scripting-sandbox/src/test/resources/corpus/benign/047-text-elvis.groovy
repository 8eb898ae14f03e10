// texts of both kinds by an elvis into a field | must return no region for DE/Acme renewal
record.description = record.region__c ?: "no region for ${record.country}"
record.rating = "${record.name}" ?: 'unnamed'
return record.description + '/' + record.rating
