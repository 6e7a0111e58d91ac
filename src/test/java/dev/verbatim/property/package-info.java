/// Property tests without a library: a claim is checked for thousands of values drawn from a seeded
/// source of random values. The same source reads a fuzzer's bytes, so that a fuzz test and a
/// property share their generators.
@NullMarked
package dev.verbatim.property;

import org.jspecify.annotations.NullMarked;
