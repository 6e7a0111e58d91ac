/// The default passage retriever: BM25 and dense vectors in one embedded Lucene index.
///
/// The door is [LuceneIndex]. It takes articles in through the [ArticleIndexer], and ranks passages
/// by a [HybridSearch] in one [IndexSnapshot]: a [LexicalSearch] and a [DenseSearch] find
/// candidates, and [ScoreFusion] scores each of them by both. The index is derived from `content/`.
/// It is verified when it is opened, and rebuilt when it is missing, damaged or of another version.
/// Questions are analysed and never parsed, so that no character in them is an operator. A
/// [QuestionTranslator] carries them over into the other languages of the articles.
@NullMarked
package dev.verbatim.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
