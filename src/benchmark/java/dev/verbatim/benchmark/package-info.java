/// How fast it is: answering against the bare sum of its parts, catching up, and the index at size.
///
/// Start at [AnsweringBenchmark], or at `ScaleBenchmark` in `retrieval.lucene` and
/// `PendingQuestionBenchmark` in `telegram.pending`, where their inside can be seen. The commands
/// are beside the profile `benchmark` in `pom.xml`. Compiled as tests are, so nothing of it is
/// shipped.
@NullMarked
package dev.verbatim.benchmark;

import org.jspecify.annotations.NullMarked;
