/// Where the files of the search are, from the root of the site.
enum SearchAddress {
    /// What a search reads first.
    static let manifeste = "search/manifeste.json"
}
