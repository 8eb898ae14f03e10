// [coercion] the value of a closure as the argument of a constructor | must be rejected at compile
URL u = { 'http://169.254.169.254/' }()
return u.text
