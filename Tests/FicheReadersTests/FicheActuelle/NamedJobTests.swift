import Testing

@testable import FicheReaders

@Suite("A title that only the objectives and the jobs tell")
struct NamedJobTests {
    @Test("the job with which the objectives open, as the list of the jobs spells it")
    func found() {
        let jobs = "- Régleur\n- Horlogère d’édifice\n- Chef d’atelier"
        #expect(NamedJob.title(objectifs: "L’horlogère d’édifice entretient …", emplois: jobs) == "Horlogère d’édifice")
        #expect(NamedJob.title(objectifs: "« Chef d’atelier » vise à …", emplois: jobs) == "Chef d’atelier")
    }

    @Test("a job of one word, or one that stands later, is no title")
    func none() {
        #expect(NamedJob.title(objectifs: "Le régleur règle.", emplois: "Régleur") == nil)
        #expect(NamedJob.title(objectifs: "Former des chefs d’atelier.", emplois: "Chef d’atelier") == nil)
        #expect(NamedJob.title(objectifs: nil, emplois: "Chef d’atelier") == nil)
    }
}
