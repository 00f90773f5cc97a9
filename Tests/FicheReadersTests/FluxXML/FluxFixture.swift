import Diagnostics
import FicheModel

@testable import FicheReaders

/// Flows written for the tests: invented certifications in the shape of the official flow V4.1.
enum FluxFixture {
    static func flux(version: String? = "4.1", _ fiches: String...) -> String {
        let version = version.map { "  <VERSION_FLUX>\($0)</VERSION_FLUX>\n" } ?? ""
        return
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<FICHES>\n\(version)\(fiches.joined())</FICHES>\n"
    }

    static func fiche(numero: String = "RNCP99001", titre: String = "Facteur de cerfs-volants", _ elements: String = "")
        -> String
    {
        """
          <FICHE>
            <NUMERO_FICHE>\(numero)</NUMERO_FICHE>
            <INTITULE>\(titre)</INTITULE>
        \(elements)
          </FICHE>

        """
    }

    static func read(_ text: String, path: String = "flux.xml") -> ReadResult {
        ReaderCatalogue(readers: [FluxReader()]).read(Array(text.utf8), path: path)
    }

    /// The only fiche of a flow with these elements.
    static func only(_ elements: String) -> Fiche? { read(flux(fiche(elements))).fiches.first?.fiche }

    /// An RNCP fiche with every element of the flow.
    static let complete = flux(
        """
          <FICHE>
            <ID_FICHE>41001</ID_FICHE>
            <NUMERO_FICHE>RNCP99001</NUMERO_FICHE>
            <NOUVELLES_CERTIFICATIONS>
              <NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP99500</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION>
            </NOUVELLES_CERTIFICATIONS>
            <ANCIENNES_CERTIFICATIONS>
              <ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP98001</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION>
              <ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP98002</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION>
            </ANCIENNES_CERTIFICATIONS>
            <INTITULE>Facteur de  cerfs-volants
              (option acrobatique)</INTITULE>
            <ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
            <ETAT_FICHE>Publiée</ETAT_FICHE>
            <FORMACODES><FORMACODE><CODE>45012</CODE><LIBELLE>Toile &amp; voile</LIBELLE></FORMACODE></FORMACODES>
            <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><LIBELLE>Niveau 4</LIBELLE></NOMENCLATURE_EUROPE>
            <CODES_NSF>
              <NSF><CODE>240</CODE><LIBELLE>Spécialités pluritechnologiques, matériaux souples</LIBELLE></NSF>
              <NSF><CODE>251w</CODE><LIBELLE>Mécanique générale</LIBELLE></NSF>
            </CODES_NSF>
            <CERTIFICATEURS>
              <CERTIFICATEUR>
                <SIRET_CERTIFICATEUR>01234567890128</SIRET_CERTIFICATEUR><NOM_CERTIFICATEUR>ATELIER DES VENTS</NOM_CERTIFICATEUR>
                <ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR><DATE_DERNIERE_MODIFICATION_ETAT>02/03/2024</DATE_DERNIERE_MODIFICATION_ETAT>
                <NOM_COMMERCIAL>Les Vents</NOM_COMMERCIAL><SITE_INTERNET>https://vents.example/</SITE_INTERNET>
              </CERTIFICATEUR>
            </CERTIFICATEURS>
            <CCN_1><NUMERO>3105</NUMERO><LIBELLE>Jeux et jouets</LIBELLE></CCN_1>
            <CODES_IDCC><IDCC><CODE>1607</CODE><LIBELLE>Industrie des jeux</LIBELLE></IDCC></CODES_IDCC>
            <EXISTENCE_PARTENAIRES>Oui</EXISTENCE_PARTENAIRES>
            <PARTENAIRES>
              <PARTENAIRE>
                <NOM_PARTENAIRE>ÉCOLE DU FIL</NOM_PARTENAIRE><SIRET_PARTENAIRE>98765432109875</SIRET_PARTENAIRE>
                <HABILITATION_PARTENAIRE>HABILITATION_ORGA_FORM</HABILITATION_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION>
                <DATE_ACTIF>05/05/2025</DATE_ACTIF><DATE_DERNIERE_MODIFICATION_ETAT>06/05/2025</DATE_DERNIERE_MODIFICATION_ETAT>
              </PARTENAIRE>
            </PARTENAIRES>
            <ACTIVITES_VISEES>Les activités sont :        * Dessiner la voile      * Couper la toile            o au couteau            o à chaud      * Brider</ACTIVITES_VISEES>
            <CAPACITES_ATTESTEES><![CDATA[C1. Choisir une toile (< 40 g/m²) & un fil    C2. Régler la bride]]></CAPACITES_ATTESTEES>
            <SECTEURS_ACTIVITE>Ateliers d’artisans</SECTEURS_ACTIVITE>
            <TYPE_EMPLOI_ACCESSIBLES>Facteur - Régleur</TYPE_EMPLOI_ACCESSIBLES>
            <CODES_ROME><ROME><CODE>B1801</CODE><LIBELLE>Réalisation d'articles en cuir</LIBELLE></ROME></CODES_ROME>
            <REGLEMENTATIONS_ACTIVITES>Sans objet</REGLEMENTATIONS_ACTIVITES>
            <SI_JURY_FI><ACTIF>Oui</ACTIF><COMPOSITION>- un facteur    - un pilote</COMPOSITION></SI_JURY_FI>
            <SI_JURY_CA><ACTIF>Oui</ACTIF><COMPOSITION>Idem</COMPOSITION></SI_JURY_CA>
            <SI_JURY_FC><ACTIF>Non</ACTIF></SI_JURY_FC>
            <SI_JURY_CQ><ACTIF>Non</ACTIF></SI_JURY_CQ>
            <SI_JURY_CL><ACTIF>Non</ACTIF></SI_JURY_CL>
            <SI_JURY_VAE><DATE_DERNIERE_MODIFICATION>07/06/2022</DATE_DERNIERE_MODIFICATION><ACTIF>Oui</ACTIF><COMPOSITION>Trois pilotes</COMPOSITION></SI_JURY_VAE>
            <ACCESSIBLE_NOUVELLE_CALEDONIE>Oui</ACCESSIBLE_NOUVELLE_CALEDONIE>
            <ACCESSIBLE_POLYNESIE_FRANCAISE>Non</ACCESSIBLE_POLYNESIE_FRANCAISE>
            <PUBLICATION_DECRET_GENERAL><PUBLICATION_JO><TITRE>Décret n° 2002-616 du 26 avril 2002</TITRE></PUBLICATION_JO></PUBLICATION_DECRET_GENERAL>
            <PUBLICATION_DECRET_CREATION>
              <PUBLICATION_JO><TITRE>Arrêté du 3 mai 2021 relatif au titre de facteur</TITRE><DATE_PUBLICATION_JO>09/05/2021</DATE_PUBLICATION_JO></PUBLICATION_JO>
            </PUBLICATION_DECRET_CREATION>
            <PUBLICATION_DECRET_AUTRE>
              <PUBLICATION_JO><TITRE>Arrêté du 3 mai 2021 relatif au titre de facteur</TITRE><DATE_PUBLICATION_JO>09/05/2021</DATE_PUBLICATION_JO></PUBLICATION_JO>
              <PUBLICATION_JO><TITRE>Arrêté du 4 juin 2019</TITRE></PUBLICATION_JO>
            </PUBLICATION_DECRET_AUTRE>
            <DATE_DERNIER_JO>09/05/2021</DATE_DERNIER_JO>
            <DATE_DECISION>28/03/2022</DATE_DECISION>
            <DUREE_ENREGISTREMENT>5</DUREE_ENREGISTREMENT>
            <STATISTIQUES_PROMOTIONS>
              <STATISTIQUES_PROMOTION>
                <ANNEE>2021</ANNEE><NOMBRE_CERTIFIES>12</NOMBRE_CERTIFIES><NOMBRE_CERTIFIES_VAE>0</NOMBRE_CERTIFIES_VAE>
                <TAUX_INSERTION_GLOBAL_6MOIS>85,5</TAUX_INSERTION_GLOBAL_6MOIS><TAUX_INSERTION_METIER_6MOIS>70</TAUX_INSERTION_METIER_6MOIS>
                <TAUX_INSERTION_METIER_2ANS>92</TAUX_INSERTION_METIER_2ANS>
              </STATISTIQUES_PROMOTION>
            </STATISTIQUES_PROMOTIONS>
            <LIEN_URL_DESCRIPTION>https://vents.example/titre?a=1&amp;b=2    Plaquette sur demande</LIEN_URL_DESCRIPTION>
            <DATE_FIN_ENREGISTREMENT>28/03/2027</DATE_FIN_ENREGISTREMENT>
            <ANNEES_PROMOTIONS_NIVEAU><ANNEE>2019</ANNEE><ANNEE>2020</ANNEE></ANNEES_PROMOTIONS_NIVEAU>
            <DATE_EFFET>01/04/2022</DATE_EFFET>
            <TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>
            <BLOCS_COMPETENCES>
              <BLOC_COMPETENCES>
                <CODE>RNCP99001BC01</CODE><LIBELLE>Concevoir la voile</LIBELLE>
                <LISTE_COMPETENCES>- Tracer un patron  - Choisir une toile  - Calculer  la portance</LISTE_COMPETENCES>
                <MODALITES_EVALUATION>Étude de cas    Entretien avec le jury</MODALITES_EVALUATION>
                <PREREQUIS_ENTREE_FORMATION_BLOC>Savoir coudre</PREREQUIS_ENTREE_FORMATION_BLOC>
                <PREREQUIS_VALIDATION_BLOC>Néant</PREREQUIS_VALIDATION_BLOC>
              </BLOC_COMPETENCES>
              <BLOC_COMPETENCES><CODE>RNCP99001BC01</CODE><LIBELLE>Régler le vol</LIBELLE><LISTE_COMPETENCES>1. Brider    2. Essayer</LISTE_COMPETENCES></BLOC_COMPETENCES>
            </BLOCS_COMPETENCES>
            <OBJECTIFS_CONTEXTE>Un métier d’art.    Il s’exerce dehors.</OBJECTIFS_CONTEXTE>
            <ACTIF>Oui</ACTIF>
            <PREREQUIS_ENTREE_FORMATION>Avoir 16 ans</PREREQUIS_ENTREE_FORMATION>
            <PREREQUIS_VALIDATION_CERTIFICATION>Valider deux blocs</PREREQUIS_VALIDATION_CERTIFICATION>
            <DATE_DE_PUBLICATION>15/12/2021</DATE_DE_PUBLICATION>
            <DATE_LIMITE_DELIVRANCE>28/03/2031</DATE_LIMITE_DELIVRANCE>
            <CORRESPONDANCES>
              <CORRESPONDANCE>
                <SOURCE><BLOC_COMPETENCES><CODE>RNCP99001BC01</CODE></BLOC_COMPETENCES></SOURCE>
                <DESTINATION>
                  <NUMERO_FICHE>RNCP98001</NUMERO_FICHE>
                  <BLOC_COMPETENCES><CODE>RNCP98001BC02</CODE></BLOC_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP98001BC03</CODE></BLOC_COMPETENCES>
                </DESTINATION>
              </CORRESPONDANCE>
              <CORRESPONDANCE><DESTINATION><NUMERO_FICHE>RS9002</NUMERO_FICHE></DESTINATION></CORRESPONDANCE>
            </CORRESPONDANCES>
          </FICHE>

        """)
}
