package dev.verbatim.telegram.message;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Consent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a button of the settings asks for.
public sealed interface SettingsCallback {

    /// Show what is set.
    record Overview() implements SettingsCallback {}

    /// Show the languages.
    record Languages() implements SettingsCallback {}

    /// Show the lengths.
    record Lengths() implements SettingsCallback {}

    /// Show this page of the articles, counted from 0.
    record Articles(int page) implements SettingsCallback {}

    /// Speak this language; [Locale#ROOT] for the reader's own.
    record Speak(Locale language) implements SettingsCallback {}

    /// Answer at this length.
    record Answer(AnswerLength length) implements SettingsCallback {}

    /// Answer from all articles.
    record AllArticles() implements SettingsCallback {}

    /// Take an article in, or leave it out.
    ///
    /// @param article its [TextHash]: its name may be too long for a button
    /// @param page where it stood
    record OneArticle(long article, int page) implements SettingsCallback {}

    /// That was all.
    record Done() implements SettingsCallback {}

    /// What is kept of a group.
    sealed interface OfArchive extends SettingsCallback {}

    /// Show whether and how long messages are kept.
    record Keeping() implements OfArchive {}

    /// Keep them, for the usual time.
    record Agree() implements OfArchive {}

    /// Keep them for so many days.
    record Keep(int days) implements OfArchive {}

    /// Ask whether to keep them no longer.
    record Stop() implements OfArchive {}

    /// Keep them no longer.
    record Stopped() implements OfArchive {}

    /// Ask whether to delete all that is kept.
    record ForgetAll() implements OfArchive {}

    /// Delete all that is kept.
    record ForgottenAll() implements OfArchive {}

    /// What our words can be set to; [Locale#ROOT] is the reader's own.
    List<Locale> LANGUAGES =
            Stream.concat(Stream.of(Locale.ROOT), MessageCatalog.languages().stream()).toList();

    Pattern DATA = Pattern.compile("set-([a-z]+)(?: ([0-9a-z]{1,16}))?(?: ([0-9]{1,9}))?");

    /// Reads a button; empty when it is none of these.
    static Optional<SettingsCallback> of(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String value = parts.group(2) == null ? "" : parts.group(2);
        return switch (parts.group(1)) {
            case "overview" -> Optional.of(new Overview());
            case "languages" -> Optional.of(new Languages());
            case "lengths" -> Optional.of(new Lengths());
            case "articles" -> page(value).map(Articles::new);
            case "language" -> language(value).map(Speak::new);
            case "length" -> length(value).map(Answer::new);
            case "all" -> Optional.of(new AllArticles());
            case "article" -> article(value, parts.group(3));
            case "done" -> Optional.of(new Done());
            case "keeping" -> Optional.of(new Keeping());
            case "agree" -> Optional.of(new Agree());
            case "keep" -> page(value).filter(SettingsCallback::isAllowed).map(Keep::new);
            case "stop" -> Optional.of(new Stop());
            case "stopped" -> Optional.of(new Stopped());
            case "forget" -> Optional.of(new ForgetAll());
            case "forgotten" -> Optional.of(new ForgottenAll());
            default -> Optional.empty();
        };
    }

    default String data() {
        return switch (this) {
            case Overview() -> "set-overview";
            case Languages() -> "set-languages";
            case Lengths() -> "set-lengths";
            case Articles(int page) -> "set-articles " + page;
            case Speak(var language) -> ("set-language " + language.getLanguage()).strip();
            case Answer(var length) -> "set-length " + length.code();
            case AllArticles() -> "set-all";
            case OneArticle(long article, int page) ->
                    "set-article " + Long.toHexString(article) + " " + page;
            case Done() -> "set-done";
            case Keeping() -> "set-keeping";
            case Agree() -> "set-agree";
            case Keep(int days) -> "set-keep " + days;
            case Stop() -> "set-stop";
            case Stopped() -> "set-stopped";
            case ForgetAll() -> "set-forget";
            case ForgottenAll() -> "set-forgotten";
        };
    }

    private static boolean isAllowed(int days) {
        return days >= Consent.SHORTEST_DAYS && days <= Consent.LONGEST_DAYS;
    }

    private static Optional<Integer> page(String digits) {
        return Optional.ofNullable(digits)
                .filter(page -> page.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private static Optional<Locale> language(String code) {
        return Optional.of(Locale.of(code)).filter(LANGUAGES::contains);
    }

    private static Optional<AnswerLength> length(String code) {
        return Arrays.stream(AnswerLength.values())
                .filter(length -> length.code().equals(code))
                .findAny();
    }

    private static Optional<SettingsCallback> article(String hex, String page) {
        return hex.matches("[0-9a-f]{1,16}")
                ? page(page).map(at -> new OneArticle(Long.parseUnsignedLong(hex, 16), at))
                : Optional.empty();
    }
}
