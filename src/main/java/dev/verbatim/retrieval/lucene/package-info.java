/// The default passage retriever: BM25 and dense vectors in one embedded Lucene index.
///
/// The door is [LuceneIndex]. It takes articles in through the [ArticleIndexer]. In one
/// [IndexSnapshot], a [SnapshotSearch] finds candidates by a [LexicalSearch] and a [DenseSearch];
/// `retrieval.ranking` makes the queries and scores what is found. The index is derived from
/// `content/`. It is verified when it is opened, and rebuilt when it is missing, damaged or of
/// another version. Questions are analysed and never parsed, so that no character in them is an
/// operator.
@NullMarked
package dev.verbatim.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
