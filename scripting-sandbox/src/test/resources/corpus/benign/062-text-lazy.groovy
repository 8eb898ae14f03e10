// a value in a text that is written as a closure | must return stage Negotiation, for Acme renewal
return "stage ${-> record.stage}, ${record.active ? "for ${record.name}" : 'for nobody'}"
