// texts of both kinds in a map and a list | must return hot Acme renewal / new,in-DE
def labels = [Hot: "hot ${record.name}", Cold: 'cold']
record.tags = ['new', "in-${record.country}"]
record.rating = labels[record.active ? 'Hot' : 'Cold'] ?: "unknown ${record.stage}"
return [record.rating, record.tags.join(',')].join(' / ')
