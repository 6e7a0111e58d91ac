package dev.verbatim.article.format;

/// A block of a body, with its words as they were written.
sealed interface TextBlock {

    String words();

    /// Without surrounding blanks and, where it is quotable, without boilerplate at its end.
    TextBlock trimmed();

    /// A paragraph, list item or the like: words to quote.
    record Prose(String words) implements TextBlock {

        @Override
        public TextBlock trimmed() {
            return new Prose(BoilerplateFilter.withoutTrailingBoilerplate(words.strip()));
        }
    }

    /// A heading.
    record Heading(String words) implements TextBlock {

        @Override
        public TextBlock trimmed() {
            return new Heading(words.strip());
        }
    }

    /// Whether this block says only what the article's title says already.
    default boolean repeats(String title) {
        return Whitespace.squeezed(words()).equals(title);
    }
}
