#if canImport(CommonCrypto)
    import CommonCrypto
#else
    import CCrypto
#endif

/// Hashes a content that comes in parts.
public final class ContentHasher {
    #if canImport(CommonCrypto)
        private var context = CC_SHA256_CTX()

        public init() { CC_SHA256_Init(&context) }

        /// Goes on by these bytes.
        public func add(_ bytes: [UInt8]) { CC_SHA256_Update(&context, bytes, CC_LONG(bytes.count)) }

        /// The hash of all that was added. Nothing may be added afterwards.
        public func finish() -> ContentHash {
            ContentHash { digest in CC_SHA256_Final(digest, &context) }
        }
    #else
        private let context = EVP_MD_CTX_new()

        public init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

        deinit { EVP_MD_CTX_free(context) }

        /// Goes on by these bytes.
        public func add(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

        /// The hash of all that was added. Nothing may be added afterwards.
        public func finish() -> ContentHash {
            ContentHash { digest in EVP_DigestFinal_ex(context, digest, nil) }
        }
    #endif
}
