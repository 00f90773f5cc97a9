/// The code lists that Parchemin carries, named as their files.
public enum CodeList: String, CaseIterable, Sendable {
    /// Types of certification, by their abbreviation (`CQP`).
    case abreges
    /// Collective agreements, by their identifier without leading zeros (`1044`).
    case idcc
    /// Levels of 2019 with the numerals of 1969.
    case niveaux
    /// Domains and groups of the NSF (`25`, `251`).
    case nsf
    /// Letters of the NSF (`w`).
    case nsfLettres = "nsf-lettres"
    /// NSF codes as the national registers label them (`251w`).
    case nsfLibelles = "nsf-libelles"
    /// ROME version 3: great domains, domains, and jobs (`D`, `D12`, `D1214`).
    case rome
    /// ROME version 4: jobs whose code does not exist in version 3.
    case rome4 = "rome-4"
    /// Routes to a certification, by the contract's key (`VAE`).
    case voiesAcces = "voies-acces"

    /// Name of the file that holds the list, embedded or in a site's own folder.
    public var fileName: String { rawValue + ".tsv" }
}
