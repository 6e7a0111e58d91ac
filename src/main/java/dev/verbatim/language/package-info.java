/// Knows languages: tokens, stems, function words, how rare a word is, plurals, and a file a
/// language with everything else.
///
/// Start at [Language], which has a row for each. For some languages nothing but a stemmer is
/// known; the others have a [LanguageFile], `CODE.properties` beside these classes, with the bot's
/// own words, small talk, cues and word classes. What an entry means is the business of the package
/// that reads it; here files are only read and lists split. An eighth language is one such file and
/// one row.
///
/// Two ways lead from one language into another, word by word: a [TranslatedQuestion], with all
/// that its words may mean, is searched for, and a [GlossedText] is what a model gets that knows
/// only English.
///
/// It uses no other package of the project, since everything that reads text uses it. Libraries do
/// what they do well: Lucene's analyzers stem, OpenNLP's model tells the language of an article,
/// and ICU4J has CLDR's plural rules, which the JDK lacks. Sentences are broken by the JDK: on six
/// question sets ICU4J puts 227 boundaries elsewhere, many of them inside a formula. Words are not
/// cut by a library: stock word breakers either join or split "d'accord" and "livecd-rootfs", and
/// the lists of phrases need one fixed way for each use, see [WordTokenizer].
@NullMarked
package dev.verbatim.language;

import org.jspecify.annotations.NullMarked;
