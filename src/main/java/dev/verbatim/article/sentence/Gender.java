package dev.verbatim.article.sentence;

/// What a text tells about whom a pronoun may stand for.
public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    /// Nothing speaks against both being said of one person.
    public boolean fits(Gender other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }

    public Gender or(Gender other) {
        return this == UNKNOWN ? other : this;
    }
}
