// [cpu] a format that changes the case by itself | must fail with an error
def text = 'ΐ' * 900000
return String.format('%S', text).length()
