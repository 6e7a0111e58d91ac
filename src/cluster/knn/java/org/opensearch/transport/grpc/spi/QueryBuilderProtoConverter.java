package org.opensearch.transport.grpc.spi;

/// A type that the k-NN plugin is linked to, and that no artifact has: it is for gRPC, which the
/// tests don't speak.
public interface QueryBuilderProtoConverter {}
