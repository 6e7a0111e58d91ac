package dev.verbatim.retrieval.lucene;

/// The fields of the index. An article is a block: one entry for each passage, and one for the
/// article itself, which all carry its id, so that it's replaced as one.
final class IndexFields {

    /// Changes whenever an index written before can't be read as this code reads it.
    static final String FORMAT = "4";

    /// The article's id; on every entry.
    static final String ARTICLE = "article";

    /// The article's fingerprint; on the article's entry.
    static final String FINGERPRINT = "fingerprint";

    /// Tells the article's entry from the passages', and has its id to be read; on the article's
    /// entry.
    static final String WHOLE = "whole";

    /// The whole article as JSON; on the article's entry.
    static final String CONTENT = "content";

    /// Everything that is read of a candidate, see [IndexedPassage]; on passages.
    static final String PASSAGE = "passage";

    /// Title and text, by language; on passages.
    static final String TEXT_PREFIX = "text.";

    /// The passage's vector; on passages in a language that the encoder speaks.
    static final String VECTOR = "vector";

    /// The vectors of the passage's sentences; as above.
    static final String SENTENCES = "sentences";

    private IndexFields() {}
}
