import Foundation

/// Writes a PDF by hand: lines of a fixed-width font, one page for each form feed and each seventy lines.
enum SmallPDF {
    static func bytes(of lines: [String]) -> [UInt8] {
        var pages: [[String]] = [[]]
        for line in lines {
            let parts = line.split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
            for (index, part) in parts.enumerated() {
                if index > 0 || (pages.last?.count ?? 0) >= 70 { pages.append([]) }
                pages[pages.count - 1].append(part)
            }
        }
        var objects: [Data] = [
            object("<</Type/Catalog/Pages 2 0 R>>"),
            object(
                "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))]>>"
            ),
            object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"),
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                object(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1400 842]/Resources<</Font<</F 3 0 R>>>>/Contents \(5 + 2 * index) 0 R>>"
                ))
            var content = Data("BT /F 8 Tf 11 TL 40 800 Td\n".utf8)
            for line in page {
                content += Data("(".utf8) + escaped(line) + Data(") Tj T*\n".utf8)
            }
            content += Data("ET\n".utf8)
            objects.append(Data("<</Length \(content.count)>>stream\n".utf8) + content + Data("endstream".utf8))
        }
        var file = Data("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let start = file.count
        file += Data("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            file += Data((String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n").utf8)
        }
        file += Data("trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return Array(file)
    }

    private static func object(_ text: String) -> Data { Data(text.utf8) }

    private static func escaped(_ line: String) -> Data {
        var text = ""
        for sign in line {
            if sign == "(" || sign == ")" || sign == "\\" { text.append("\\") }
            text.append(sign)
        }
        return text.data(using: .windowsCP1252, allowLossyConversion: true) ?? Data()
    }
}
