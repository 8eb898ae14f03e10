// [cpu] closures within closures | must be stopped at run with a limit error
(1..1000).each { a -> (1..1000).each { b -> (1..1000).each { c -> a + b + c } } }
