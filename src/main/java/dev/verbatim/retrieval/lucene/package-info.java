/// The default passage retriever: BM25 and dense vectors in one embedded Lucene index.
///
/// The door is [LuceneIndex]. The index is derived from `content/`: it is checked when opened, and
/// made anew when it is missing, damaged or of another version. Questions are analysed, never
/// parsed, so no character in them has a meaning of its own.
@NullMarked
package dev.verbatim.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
