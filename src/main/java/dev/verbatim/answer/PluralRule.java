package dev.verbatim.answer;

/// The ways our languages count, named in a language's file of words. The forms are those of CLDR:
/// `one`, `few`, `many`, `other`.
enum PluralRule {
    OTHER {
        @Override
        String form(int count) {
            return "other";
        }
    },
    ONE_OTHER {
        @Override
        String form(int count) {
            return count == 1 ? "one" : "other";
        }
    },
    UP_TO_ONE_OTHER {
        @Override
        String form(int count) {
            return count <= 1 ? "one" : "other";
        }
    },
    ONE_FEW_MANY {
        @Override
        String form(int count) {
            if (count % 100 >= 11 && count % 100 <= 14) {
                return "many";
            }
            return switch (count % 10) {
                case 1 -> "one";
                case 2, 3, 4 -> "few";
                default -> "many";
            };
        }
    };

    /// The form for a count of 0 or more.
    abstract String form(int count);
}
