#include "app/staff/table_memory.hpp"
#include "base/digest.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/table_reading_store.hpp"
#include "support/forms.hpp"
#include "support/pages.hpp"
#include "support/workbooks.hpp"

using namespace example;

namespace {

struct Importing {
    TestSite site;
    std::string session;

    explicit Importing(TestDatabase& database)
        : site{database}, session{site.session(Role::process_leader, site.world.revision)} {}

    web::Response sends_as(const std::string& whose, const std::string& process, const std::string& bytes,
        const std::string& what, const web::http::Fields& chosen = {}) const {
        auto request =
            site.request(web::http::Method::post, "/processer/" + process + "/handlaggning/inlasning", whose);
        request.form.emplace_back("gor", what);
        request.form.insert(request.form.end(), chosen.begin(), chosen.end());
        request.uploads = {{"fil", "x.csv", bytes}};
        return site.answer(request);
    }
    web::Response sends(
        const std::string& bytes, const std::string& what, const web::http::Fields& chosen = {}) const {
        return sends_as(session, "rus-2050", bytes, what, chosen);
    }
    int count() const { return store::next_number(*site.database.db, site.world.revision.id) - 1; }
    std::string place() const {
        return store::municipalities_of(*site.database.db, site.world.revision.id).front().code;
    }
    std::string place_of(int number) const {
        return store::inspel_numbered(*site.database.db, site.world.revision.id, number)->municipality;
    }
    /// As the log has them: how often it was told that tables are read in another way.
    std::size_t told() const {
        std::size_t all = 0;
        for (const auto& row : site.database.db->run("SELECT type FROM log_entry"))
            all += row.text("type") == "process.table_reading_changed" ? 1 : 0;
        return all;
    }
};

/// What a browser would send of the page's form, with another value for some field.
web::http::Fields form_of(
    const web::Response& page, const std::string& name = {}, const std::string& value = {}) {
    web::http::Fields fields;
    for (const auto& form : forms_in(page.body))
        if (form.takes_files) fields = form.fields;
    std::erase_if(fields, [](const auto& field) { return field.first == "gor" || field.first == "fil"; });
    for (auto& [key, its] : fields)
        if (key == name) its = value;
    return fields;
}

/// The field that asks what a cell means.
std::string question_in(const web::Response& page) {
    for (const auto& [name, value] : form_of(page))
        if (name.starts_with("svar-")) return name;
    return {};
}

/// What somebody chose of a table, wherever it stands on the page.
std::map<std::string, std::string> chosen_in(const web::http::Fields& form) {
    std::map<std::string, std::string> chosen;
    for (const auto& [name, value] : form)
        for (const auto* kind : {"kolumn-", "kolumnnamn-", "svar-", "skiljetecken"})
            if (name.starts_with(kind)) chosen[name] = value;
    return chosen;
}

const std::string with_visby = "text;Kommun\nBussen går för sällan här;Visby\nVi vill ha ett badhus;visby\n";

}  // namespace

TEST_CASE(
    "what a cell means is asked once for all its rows, and not again in the next file of the same header") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto asked = at.sends(with_visby, "prova");
        CHECK(asked.status == 422);
        CHECK(contains(asked, "Kommun ”Visby” (2 rader) betyder"));
        const auto question = question_in(asked);
        REQUIRE_FALSE(question.empty());

        const auto tried = at.sends(with_visby, "prova", form_of(asked, question, at.place()));
        CHECK(tried.status == 200);
        CHECK(contains(tried, "Så läses orden i tabellen"));
        CHECK(at.sends(with_visby, "prova").status == 422);  // nothing is remembered of what is only tried
        const auto imported = at.sends(with_visby, "las-in", form_of(tried));
        CHECK(imported.status == 200);
        CHECK(contains(imported, "Nästa tabell med samma rubrikrad läses på samma sätt."));
        CHECK(at.count() == 2);
        CHECK(at.place_of(2) == at.place());

        const std::string next = "Text;kommun\nEn helt annan tanke om skogen;VISBY\n";
        CHECK(at.sends(next, "las-in").status == 200);
        CHECK(at.place_of(3) == at.place());
        CHECK(at.told() == 1);  // reading by it once more changes nothing
    });
}

TEST_CASE("a question says what a row gets whose cell is left empty, and the file is asked for after it") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const auto asked = at.sends(
            "text;vem;kanal;mottaget;ämne\nBussen går för sällan här;Skolan;Fax;i fjol;Skola\n", "prova");
        REQUIRE(asked.status == 422);
        for (const auto* words : {"Avsändare ”Skolan” (1 rad) betyder", "Kanal ”Fax” (1 rad) betyder",
                 "Ämne ”Skola” (1 rad) betyder", "Mottaget ”i fjol” (1 rad) betyder",
                 "Inget av dem: läses som Privatperson", "Inget av dem: läses som Brev",
                 "Ingenting: lämna tomt", "Ett bindestreck ger dagen då raderna importeras",
                 ", ämne ”Skola”:"})
            CHECK_MESSAGE(contains(asked, words), words);
        CHECK_FALSE(contains(asked, "amne"));
        CHECK(asked.body.find("Samma fil igen") > asked.body.find("name=\"svar-"));
        CHECK_FALSE(contains(
            at.site.get("/processer/rus-2050/handlaggning/inlasning", at.session), "Samma fil igen"));
    });
}

TEST_CASE("what is remembered is there after the server was started again, also for another of the staff") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto question = question_in(at.sends(with_visby, "prova"));
        REQUIRE(at.sends(with_visby, "las-in", {{question, at.place()}}).status == 200);

        TestDatabase again{database.where};
        const auto reading = store::table_reading(*again.db, at.site.world.revision.id, "inspel",
            sheets::header_of("TEXT;kommun:\n", {{{"text", {"text"}}}})->digest, again.now);
        REQUIRE(reading);
        CHECK(reading->answers.at(question.substr(5)) == at.place());

        const auto colleague = at.site.session(Role::handler, at.site.world.revision);
        const std::string next = "text;Kommun\nEn helt annan tanke om skogen;Visby\n";
        const auto tried = at.sends_as(colleague, "rus-2050", next, "prova");
        CHECK(tried.status == 200);
        CHECK(contains(tried, "Så läses orden i tabellen"));
    });
}

TEST_CASE("who may not import is not shown what is remembered, and changes nothing of it") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto question = question_in(at.sends(with_visby, "prova"));
        REQUIRE(at.sends(with_visby, "las-in", {{question, at.place()}}).status == 200);
        const auto viewer = at.site.session(Role::viewer, at.site.world.revision);
        const auto elsewhere = at.site.session(Role::process_leader, at.site.other.revision);
        for (const auto& whose : {std::string{}, viewer, elsewhere}) {
            const auto refused = at.sends_as(whose, "rus-2050", with_visby, "las-in", {{question, "-"}});
            CHECK(refused.status >= 300);
            CHECK_FALSE(contains(refused, "Så läses orden i tabellen"));
        }
        CHECK(at.told() == 1);
        CHECK(at.count() == 2);
    });
}

TEST_CASE("a header with another column, or the same in another order, is another table") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto question = question_in(at.sends(with_visby, "prova"));
        REQUIRE(at.sends(with_visby, "las-in", {{question, at.place()}}).status == 200);
        CHECK(at.sends("kommun;text\nVisby;Ännu en tanke om vatten\n", "prova").status == 422);
        CHECK(at.sends("text;Kommun;Betyg\nÄnnu en tanke om vatten;Visby;3\n", "prova").status == 422);
        CHECK(at.sends("text;;Kommun\nÄnnu en tanke om vatten;;Visby\n", "prova").status == 422);
        CHECK(at.sends("text,Kommun\nÄnnu en tanke om vatten,Visby\n", "prova").status == 200);
    });
}

TEST_CASE("an answer may leave the cell empty, and one that is taken away is asked for again") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto question = question_in(at.sends(with_visby, "prova"));
        CHECK(at.sends(with_visby, "las-in", {{question, "-"}}).status == 200);
        CHECK(at.place_of(1).empty());
        const std::string next = "text;Kommun\nEn helt annan tanke om skogen;Visby\n";
        const auto tried = at.sends(next, "prova");
        CHECK(tried.status == 200);
        CHECK(at.sends(next, "prova", form_of(tried, question, "")).status == 422);
        CHECK(at.sends(next, "prova", {{question, "<b>"}}).status == 422);
        CHECK(at.sends(next, "las-in", form_of(tried, question, at.place())).status == 200);
        CHECK(at.place_of(3) == at.place());
        CHECK(at.told() == 2);
    });
}

TEST_CASE("an answer that the process offers no more is asked for again") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto question = question_in(at.sends(with_visby, "prova"));
        const auto header = sheets::header_of(with_visby, {{{"text", {"text"}}}})->digest;
        const TableReading gone{"inspel", header, '\0', {}, {{question.substr(5), "no-such-place"}}};
        REQUIRE(
            database.act(at.site.world.revision, [&](auto& act) { return app::remember_table(act, gone); }));
        const auto asked = at.sends(with_visby, "prova");
        CHECK(asked.status == 422);
        CHECK(question_in(asked) == question);
        CHECK(at.sends(with_visby, "las-in", form_of(asked, question, at.place())).status == 200);
        CHECK(at.place_of(1) == at.place());
    });
}

TEST_CASE("what the columns are and what separates them is remembered by the header, in that process alone") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const std::string file = "Synpunkt;Betyg\nBussen går för sällan här;5\n";
        const auto asked = at.sends(file, "prova");
        CHECK(asked.status == 422);
        CHECK(at.sends(file, "las-in", form_of(asked, "kolumn-A", "text")).status == 200);
        const std::string next = "synpunkt;BETYG\nVi vill ha ett badhus;4\n";
        const auto tried = at.sends(next, "prova");
        CHECK(tried.status == 200);
        CHECK(at.sends(next, "prova", form_of(tried, "kolumn-A", "")).status == 422);  // chosen anew
        CHECK(at.sends(next, "las-in").status == 200);
        CHECK(at.count() == 2);
        const auto elsewhere = at.site.session(Role::process_leader, at.site.other.revision);
        CHECK(at.sends_as(elsewhere, "annan", file, "prova").status == 422);
    });
}

TEST_CASE("whether a column of days is read is remembered, whatever its cells say in the next file") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto file = [](const std::string& words, const std::string& day) {
            return "text;Datum\n" + words + ";" + day + "\n";
        };
        const auto day_of = [&](int number) {
            return store::inspel_numbered(*at.site.database.db, at.site.world.revision.id, number)
                ->received_at;
        };
        const auto tried = at.sends(file("Bussen går för sällan här", "2026-05-02"), "prova");
        const auto left_out = form_of(tried, "kolumn-B", "");
        REQUIRE(at.sends(file("Bussen går för sällan här", "2026-05-02"), "las-in", left_out).status == 200);
        REQUIRE(at.sends(file("Vi vill ha ett badhus", "2026-05-03"), "las-in").status == 200);
        CHECK(day_of(2) == database.now);

        const auto anew =
            at.sends(file("Mer skog och vatten", "8/5"), "prova", {{"kolumn-B", "received_at"}});
        CHECK(anew.status == 200);  // what is remembered goes before a form that showed another table
        const auto chosen = form_of(anew, "kolumn-B", "received_at");
        const auto asked = at.sends(file("Mer skog och vatten", "8/5"), "prova", chosen);
        CHECK(asked.status == 422);
        const auto answered = form_of(asked, question_in(asked), "2026-05-08");
        REQUIRE(at.sends(file("Mer skog och vatten", "8/5"), "las-in", answered).status == 200);
        CHECK_FALSE(question_in(at.sends(file("Ännu en tanke om skogen", "9/5"), "prova")).empty());
        CHECK(at.sends(file("Ännu en tanke om skogen", "2026-05-09"), "las-in").status == 200);
        CHECK_FALSE(question_in(at.sends(file("En till om badhuset", "10/5"), "prova")).empty());
    });
}

TEST_CASE("a separator that was chosen is remembered, and what cannot be read by it is read without") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const std::string header = "text|Not, kort\n";
        const web::http::Fields chosen{{"skiljetecken", "komma"}, {"kolumn-A", "text"}, {"kolumn-B", ""}};
        REQUIRE(at.sends(header + "Bussen går för sällan,x\n", "las-in", chosen).status == 200);
        CHECK(at.sends(header + "Vi vill ha ett badhus här,y\n", "las-in").status == 200);
        CHECK(at.count() == 2);
        CHECK(at.sends(header + "En helt annan tanke om skogen|z\n", "prova").status == 200);
    });
}

TEST_CASE(
    "a refusal of the table is said though something is remembered of it, and nothing of that is lost") {
    on_each_database([](TestDatabase& database) {
        const Importing at{database};
        const auto file = [&](const std::string& thought, const std::string& after) {
            const auto row = [](const std::string& n, const std::string& a, const std::string& b) {
                return "<row r=\"" + n + "\">" + test::inline_cell("A" + n, a) +
                       (b.empty() ? b : test::inline_cell("B" + n, b)) + "</row>";
            };
            test::WorkbookParts parts;
            parts.sheet_data = row("1", "text", "Ort") + row("2", thought + " om bussen", at.place()) +
                               row("3", thought + " om skogen", "");
            parts.after_data = after;
            return test::workbook(parts);
        };
        const std::string merged = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
        REQUIRE(at.sends(file("En tanke", ""), "las-in", {{"kolumn-B", "municipality"}}).status == 200);

        for (const auto* what : {"prova", "las-in"}) {
            const auto refused = at.sends(file("En annan tanke", merged), what);
            CHECK(refused.status == 422);
            CHECK(contains(refused, "Cellerna B2 till B3 är sammanfogade"));
        }
        CHECK(at.count() == 2);
        REQUIRE(at.sends(file("Ett helt annat inspel", ""), "las-in").status == 200);
        CHECK(at.place_of(3) == at.place());
    });
}

TEST_CASE("what was chosen is there still when the file could not be read the next time") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const std::string file = "Synpunkt;Kommun\nBussen går för sällan här;Visby\n";
        const auto asked = at.sends(file, "prova", {{"kolumn-A", "text"}});
        const auto form = form_of(asked, question_in(asked), at.place());

        const auto refused = at.sends(file + "Summa;1\n", "prova", form);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "ser ut att vara en summa"));
        CHECK(contains(refused, "Kolumn A: Synpunkt"));
        CHECK(chosen_in(form_of(refused)) == chosen_in(form));
        CHECK(at.sends("", "prova", form).status == 422);
        CHECK(chosen_in(form_of(at.sends("", "prova", form))) == chosen_in(form));
        CHECK(at.sends(file, "las-in", form_of(refused)).status == 200);

        const auto hostile =
            at.sends("%PDF-1.7", "prova", {{"kolumn-<b>", "<i>"}, {"kolumnnamn-<b>", "<u>"}});
        for (const auto* sign : {"<b>", "<i>", "<u>"}) CHECK_FALSE(contains(hostile, sign));
    });
}

TEST_CASE("nothing that a cell or a header says is kept as it was written, nor what nobody asked") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const std::string file =
            "text;Kommun;Anna Berg 070\nBussen går för sällan här;Anna Berg 070;Anna Berg 070\n";
        const auto asked = at.sends(file, "prova");
        auto chosen = form_of(asked, question_in(asked), "-");
        chosen.emplace_back("svar-" + std::string(64, 'a'), "Anna Berg 070");
        chosen.emplace_back("svar-Anna Berg 070", "Anna Berg 070");
        REQUIRE(at.sends(file, "las-in", chosen).status == 200);
        const auto rows = database.db->run("SELECT answers, meaning, header FROM table_reading");
        REQUIRE(rows.size() == 1);
        for (const auto* column : {"answers", "meaning", "header"})
            CHECK(text::lower(rows.front().text(column)).find("berg") == std::string::npos);
        CHECK(rows.front().text("answers").find(std::string(64, 'a')) == std::string::npos);
    });
}

TEST_CASE(
    "hostile words in a header and a cell are shown as words, and remembered as no more than a digest") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const std::string file =
            "\"<script>alert(1)</script>\";Kommun\nBussen går för sällan här;\"'\"\"><img src=x>\"\n";
        auto asked = at.sends(file, "prova");
        asked = at.sends(file, "prova", form_of(asked, "kolumn-A", "text"));
        CHECK(asked.status == 422);
        CHECK_FALSE(contains(asked, "<script>alert"));
        CHECK_FALSE(contains(asked, "<img src"));
        const auto question = question_in(asked);
        REQUIRE_FALSE(question.empty());
        const auto imported = at.sends(file, "las-in", form_of(asked, question, at.place()));
        CHECK(imported.status == 200);
        CHECK(at.place_of(1) == at.place());
        const auto again = at.sends(file, "prova");
        CHECK(contains(again, "Så läses orden i tabellen"));
        CHECK_FALSE(contains(again, "<img src"));
        const auto rows = database.db->run("SELECT answers, meaning FROM table_reading");
        CHECK(rows.front().text("meaning") == R"({"A":"text"})");
    });
}

TEST_CASE("a table of thousands of columns is shown in a form that can be sent, and remembered") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        std::string header, row;
        for (int i = 0; i < 4000; ++i) {
            header += "Kolumn " + std::to_string(i) + ';';
            row += "x;";
        }
        const auto file = header + "Text;Kommun\n" + row + "Bussen går för sällan här;Visby\n";
        const auto asked = at.sends(file, "prova");
        CHECK(asked.status == 422);
        const auto form = form_of(asked, question_in(asked), at.place());
        CHECK(form.size() < 600);
        CHECK(at.sends(file, "las-in", form).status == 200);
        CHECK(at.sends(header + "Text;Kommun\n" + row + "Vi vill ha ett badhus;Visby\n", "las-in").status ==
              200);
        CHECK(at.place_of(2) == at.place());
    });
}

TEST_CASE("a table in which very many words are not understood asks of fifty at a time") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        std::string file = "text;Kommun\n";
        for (int i = 0; i < 3000; ++i)
            file += "Tanke " + std::to_string(i) + ";Ort " + std::to_string(i) + '\n';
        const auto asked = at.sends(file, "prova");
        CHECK(asked.status == 422);
        std::size_t questions = 0;
        for (const auto& [name, value] : form_of(asked)) questions += name.starts_with("svar-") ? 1 : 0;
        CHECK(questions == 50);
    });
}

TEST_CASE("a day that nobody understood is answered for its file, and asked again of the next") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const std::string file = "text;mottaget\nBussen går för sällan här;i förrgår\n";
        const auto asked = at.sends(file, "prova");
        const auto question = question_in(asked);
        REQUIRE_FALSE(question.empty());
        CHECK(at.sends(file, "prova", form_of(asked, question, "också fel")).status == 422);
        CHECK(at.sends(file, "las-in", form_of(asked, question, "2026-05-12")).status == 200);
        CHECK(contains(asked, "men inte svar om dagar"));
        CHECK(database.db->run("SELECT kind FROM table_reading").empty());
        const auto again = at.sends("text;mottaget\nVi vill ha ett badhus;I förrgår\n", "las-in");
        CHECK(again.status == 422);
        CHECK(question_in(again) == question);
    });
}

TEST_CASE("a table that is read as it stands leaves nothing to remember and nothing in the log") {
    detail::on_sqlite([](TestDatabase& database) {
        const Importing at{database};
        const std::string file = "text;Kommun\nBussen går för sällan här;\n";
        const auto tried = at.sends(file, "prova");
        CHECK(at.sends(file, "las-in", form_of(tried)).status == 200);
        CHECK(database.db->run("SELECT kind FROM table_reading").empty());
        CHECK(at.told() == 0);
    });
}
