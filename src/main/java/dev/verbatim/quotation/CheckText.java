package dev.verbatim.quotation;

import dev.verbatim.answer.MessageCatalog;
import java.util.List;
import java.util.Objects;

/// A formatter of checks in the reader's language, for chats and the command line.
///
/// @param searched how many articles were searched
public record CheckText(MessageCatalog messages, int searched) {

    /// What the articles tell, on one line.
    public String verdict(QuotationCheck check) {
        return switch (check) {
            case QuotationCheck.Exact _ -> messages.say("check.exact");
            case QuotationCheck.Altered _ -> messages.say("check.altered");
            case QuotationCheck.OtherSpeaker(var claim, var source, _) ->
                    messages.say(
                            source.speaker() == null ? "check.own-words" : "check.other-speaker",
                            MessageCatalog.onOneLine(
                                    Objects.requireNonNullElse(claim.attributedTo(), "")));
            case QuotationCheck.Close _ -> messages.say("check.close");
            case QuotationCheck.NotFound _ ->
                    messages.say("check.not-found", messages.count("articles", searched));
        };
    }

    /// A line for each difference.
    public List<String> differences(QuotationCheck check) {
        return check.wordDifferences().stream()
                .map(
                        difference ->
                                describe(
                                        difference,
                                        check.saidIn(difference),
                                        check.sourceOf(difference)))
                .toList();
    }

    /// A difference on one line.
    ///
    /// @param said the words that were said, or of the later version
    /// @param source the words of the source, or of the earlier version
    public String describe(WordDifference difference, String said, String source) {
        String mine = MessageCatalog.onOneLine(said);
        String theirs = MessageCatalog.onOneLine(source);
        String what =
                switch (difference.kind()) {
                    case LEFT_OUT -> messages.say("check.left-out", theirs);
                    case ADDED -> messages.say("check.added", mine);
                    case CHANGED -> messages.say("check.changed", mine, theirs);
                };
        return switch (difference.matter()) {
            case NUMBER -> "• " + what + " (" + messages.say("check.number") + ")";
            case NEGATION -> "• " + what + " (" + messages.say("check.negation") + ")";
            case NAME, WORDS -> "• " + what;
        };
    }
}
