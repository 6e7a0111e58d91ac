/// The passage retriever of a publisher who outgrows one machine: the same ranking on an OpenSearch
/// cluster.
///
/// The door is [OpenSearchIndex]. The cluster only finds: it stores the terms that our analyzers
/// make, in a field that it splits at blanks, so that its BM25 scores are the embedded index's, and
/// `retrieval.ranking` scores what is found. A question takes two round trips: one for the
/// candidates and the rarity of the terms, one for what of the candidates isn't in the cache. One
/// shard holds all passages, so that the rarity of a term is the same for each; replicas share the
/// questions. A part of the index that can't be read is an outage, never "the articles don't
/// answer".
///
/// It speaks plain REST with the JDK's client and the Jackson that is here anyway. The client of
/// the project, opensearch-java, would add 13 MB and a second HTTP client to a jar of which eight
/// calls need it, and passing over a dead node takes twenty lines.
@NullMarked
package dev.verbatim.retrieval.opensearch;

import org.jspecify.annotations.NullMarked;
