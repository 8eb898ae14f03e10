// [compile-time] a module descriptor in place of a script | must be rejected at compile
module evil { requires java.sql }
