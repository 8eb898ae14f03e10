// [compile-bomb] maps within each other | must be rejected at compile
return [a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:[a:1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
