#include "app/privacy/person_extract.hpp"
#include "base/digest.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/privacy/find_person.hpp"
#include "store/retention/retention_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "web/law/extract/column_words.hpp"
#include "web/law/extract/extract.hpp"

#include <sys/stat.h>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

namespace medskapa::cli {
namespace {

using store::PersonCandidates;
using store::PersonRef;

struct PersonExport {
    Installation installation;
    store::PersonWanted wanted;
    std::string code;
    std::string case_number;
    std::string reason;
    std::string out;
    std::vector<std::string> take;
    bool takes_certain_alone = false;
};

/// "inspel/12/own  certain  E-mail address in How the sender is reached, ..."
void print_candidates(const PersonCandidates& candidates) {
    for (const auto& candidate : candidates.found) {
        std::set<std::string> ways;
        for (const auto& hit : candidate.hits) {
            const auto* table = web::law::words_of_table(hit.table);
            ways.insert(
                web::shown(hit.way, words()) + ", " + (table ? words()(table) : std::string{hit.table}));
        }
        std::cout << name_of_ref(candidate.ref) << (candidate.is_certain ? " *" : "");
        for (const auto& way : ways) std::cout << "  " << way;
        std::cout << '\n';
    }
    if (candidates.is_cut)
        std::cout << words()(
                         N_("There is more than can be shown. Look for something that fewer have, such as "
                            "an address."))
                  << '\n';
}

std::vector<PersonRef> certain(const PersonCandidates& candidates) {
    std::vector<PersonRef> refs;
    for (const auto& candidate : candidates.found)
        if (candidate.is_certain) refs.push_back(candidate.ref);
    return refs;
}

/// What was named, or with all that fits altogether when nothing else was found. Nobody is taken for another
/// because of a name.
std::vector<PersonRef> rows_to_take(
    sql::Connection& db, const PersonExport& asked, const PersonCandidates& candidates) {
    if (asked.take.empty()) {
        auto refs = certain(candidates);
        const bool has_uncertain = candidates.is_cut || refs.size() < candidates.found.size();
        if (has_uncertain && !asked.takes_certain_alone) {
            print_candidates(candidates);
            give_up(
                N_("Only those marked * are surely the person's. Name the rows with --take, as they are "
                   "written here, or take those that are marked alone with --certain."));
        }
        return refs;
    }
    std::vector<PersonRef> refs;
    for (const auto& name : asked.take) {
        auto ref = store::read_ref(name);
        if (!ref || !is_in_scope(db, *ref, {true, {}}))
            give_up(N_("{} is no row that can be taken. Write it as the search does."), name);
        refs.push_back(*std::move(ref));
    }
    return refs;
}

web::law::ExtractFormat format_of(const std::string& out) {
    const auto extension = std::filesystem::path{out}.extension().string();
    const auto format = web::law::extract_format_named(extension.empty() ? "" : extension.substr(1));
    if (!format) give_up(N_("Name a file that ends in .html, .json, .docx or .odt with --out."));
    return *format;
}

Result<ExtractUse> note_search(sql::Writer& writer, const PersonExport& asked, std::size_t found) {
    ExtractUse use;
    use.case_number = asked.case_number;
    use.reason = asked.reason;
    use.ways = app::ways_of(asked.wanted, asked.code);
    use.found = static_cast<int>(found);
    return app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::note_person_search(act, use); });
}

/// The use is written down before anybody has the file.
int write_extract(sql::Connection& db, sql::Writer& writer, const PersonExport& asked,
    const std::vector<PersonRef>& refs, const ExtractUse& search) {
    const store::PersonScope all{true, {}};
    const auto clock = asked.installation.clock();
    const web::law::PersonExtract extract{web::words_of(language_with_tag("sv")), clock,
        store::site_description(db), search.case_number, now(),
        store::rows_of_person(db, refs, all, asked.wanted), store::processes(db), all,
        store::retention_in_force(db)};
    const auto bytes = bytes_of(extract, format_of(asked.out));
    const auto rows = static_cast<int>(extract.found.rows.size());
    const auto noted = app::perform(writer, Actor::operating(), {}, [&](auto& act) {
        return app::note_person_extract(act, search.id, rows, hex(as_text(sha256(bytes))));
    });
    if (!noted) return refused(noted.error());
    (void)::umask(077);                            // what is kept about somebody is for its owner only
    std::filesystem::remove(asked.out + ".part");  // one that is left may be for everybody
    const auto written = write_file(asked.out, [&](std::ostream& out) { out << bytes; });
    if (!written) return refused(written.error());
    std::cout << words()(N_("{}: {} rows"), asked.out, rows) << '\n';
    return 0;
}

int export_person(PersonExport asked) {
    if (!asked.out.empty()) (void)format_of(asked.out);
    const auto wanted = app::checked(asked.wanted, asked.code);
    if (!wanted) return refused(wanted.error());
    asked.wanted = *wanted;
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto candidates = store::find_person(
        *db, asked.wanted, app::rows_of_code(*db, asked.code, asked.installation.secret()), {true, {}});
    const auto search = note_search(writer, asked, candidates.found.size());
    if (!search) return refused(search.error());
    if (asked.out.empty()) {
        print_candidates(candidates);
        return 0;
    }
    return write_extract(*db, writer, asked, rows_to_take(*db, asked, candidates), *search);
}

}  // namespace

void add_person_export(Command& parent, int& exit_code) {
    const auto asked = std::make_shared<PersonExport>();
    auto* command = parent.add_subcommand(
        "person", "All that is kept about one person, for that person; without --out what may be theirs");
    add_installation(*command, asked->installation);
    command->add_option("--email", asked->wanted.email, "An address of theirs");
    command->add_option("--telephone", asked->wanted.telephone, "A telephone number of theirs");
    command->add_option("--name", asked->wanted.name, "Their name; several may have it");
    command->add_option("--organisation", asked->wanted.organisation, "An organisation that they speak for");
    command->add_option("--code", asked->code, "A code or link that they have shown");
    command->add_option("--case", asked->case_number, "The case of their request; is kept")->required();
    command->add_option("--reason", asked->reason, "Why, without names; is kept")->required();
    command->add_option("--take", asked->take, "A row that is theirs, as the search writes it; several");
    command->add_flag(
        "--certain", asked->takes_certain_alone, "Only what a whole address or a code leads to");
    command->add_option("--out", asked->out, "FILE.html, .json, .docx or .odt, for its owner only");
    command->footer(
        "Example: medskapa export person --data D --email e@example.org --case RS/413/2026 "
        "--reason \"request by letter\" --out utdrag.html");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return export_person(*asked); }); });
}

}  // namespace medskapa::cli
