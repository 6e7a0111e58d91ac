package dev.verbatim.article;

/// What a text tells about whom a pronoun may stand for.
enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    /// Nothing speaks against both being said of one person.
    boolean fits(Gender other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }

    Gender or(Gender other) {
        return this == UNKNOWN ? other : this;
    }
}
