// Measures the consultation report on a process of any size: time and memory of writing it, each run in a
// child of its own, and how long the figures of the page "vad-andrades" and all links take.
#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/site/site.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/decision/report_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/files.hpp"
#include "web/routes.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <algorithm>

namespace {

using namespace medskapa;
using Clocked = std::chrono::steady_clock;

struct Size {
    int inspel = 5000;
    int issues_each = 4;
    int changes = 500;
};

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error{"a verb refused what the benchmark fills in"};
    return *std::move(result);
}

Process open_process(sql::Writer& writer) {
    Process draft;
    draft.slug = "bench";
    draft.name = {"Strategin", "The strategy"};
    draft.contact_email = "rus@example.org";
    InspelChoices choices{{{{}, "resor", {"Resor", ""}}}, {{"allt", {"Allt", ""}}}, {}};
    for (int i = 0; i < 8; ++i)
        choices.municipalities.push_back({fmt::format("23{:02}", i), fmt::format("K{}", i)});
    return must(app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::open_process(act, draft, choices); }));
}

/// Fills the process with as much as asked for, all in one transaction.
class Filling {
public:
    Filling(const app::Act& act, const std::string& secret) : act_{act}, secret_{secret} {}

    void fill(const Size& size) {
        std::vector<Id<Issue>> issues;
        for (int n = 0; n < size.inspel; ++n) add_inspel(n, size.issues_each, issues);
        must(app::publish_answers(act_, {}));
        change_text(size.changes, issues);
    }

private:
    void add_inspel(int n, int issues_each, std::vector<Id<Issue>>& issues) {
        app::Entered entered;
        for (int i = 0; i < issues_each; ++i)
            entered.draft.text += fmt::format(
                "Fråga {} i inspel {}: bussen, vägen, skolan och vården ska räcka till för alla som bor i "
                "byn. ",
                i, n);
        entered.draft.topic = "resor";
        entered.draft.concerns = "allt";
        entered.draft.municipality = fmt::format("23{:02}", n % 8);
        entered.draft.actor_kind =
            names_of<ActorKind>[static_cast<std::size_t>(n) % names_of<ActorKind>.size()].word;
        entered.received_at = act_.now();
        const auto number = must(app::enter_inspel(act_, entered, secret_)).number;
        must(app::publish_inspel(act_, number));
        for (int i = 0; i < issues_each; ++i)
            issues.push_back(answered(number, fmt::format("Fråga {} i inspel {}:", i, n)));
    }

    Id<Issue> answered(int inspel, const std::string& quote) {
        const auto issue = must(app::split_inspel(act_, inspel, {quote, "", "", "", {}}, Day{}));
        must(app::answer_issue(act_, issue.id, "delvis",
            "Vi har skrivit in att det mindre vägnätet ska hålla hela året och att varje by ska veta vilken "
            "service den "
            "kan räkna med, men hur ofta bussen går avgörs i trafikförsörjningsprogrammet.",
            {}));
        return issue.id;
    }

    /// A text of as many paragraphs as changes; each change goes back to ten of the issues, the first to 500.
    void change_text(int changes, const std::vector<Id<Issue>>& issues) {
        std::string text = "# Strategin {#RUS}\n";
        for (int n = 0; n < changes; ++n) {
            if (n % 10 == 0) text += fmt::format("\n## {0} Avsnitt {{#RUS-{0}}}\n", n / 10 + 1);
            text += fmt::format("\nStycke {} om vägar, skolor och arbete i hela länet.\n", n);
        }
        const auto document =
            must(app::open_document(act_, {{}, {}, {}, "RUS", "Strategin"}, *read_manuscript(text, "RUS")));
        const auto freeze = [&] { must(app::freeze(act_, document, Version::Kind::referral, "Text")); };
        freeze();
        std::size_t next = 0;
        for (const auto& line : store::lines_of(act_.db(), store::draft_of(act_.db(), document.id).id)) {
            if (line.node.kind == Node::Kind::section) continue;
            Grounds grounds{{}, "Flera inspel visade att det saknades."};
            const int causes = next == 0 ? 500 : 10;
            for (int n = 0; n < causes; ++n)
                grounds.causes.push_back({Cause::Kind::issue, issues[next++ % issues.size()].value});
            must(app::edit_words(act_, document,
                {line.node.id, line.revision, line.text + " Det gäller också byarna.", grounds}));
        }
        freeze();
    }

    const app::Act& act_;
    const std::string& secret_;
};

struct Cost {
    double seconds = 0;
    double megabytes = 0;
};

/// Runs the work in a child, so that its memory is its own.
Cost measured(const std::function<void()>& work) {
    const auto began = Clocked::now();
    const auto child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    if (status != 0) throw std::runtime_error{"the measured work failed"};
    return {std::chrono::duration<double>(Clocked::now() - began).count(),
        static_cast<double>(used.ru_maxrss) / 1024};
}

void say(const std::string& what, int runs, const std::function<void()>& work) {
    std::vector<Cost> costs;
    for (int n = 0; n < runs; ++n) costs.push_back(measured(work));
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.seconds < b.seconds; });
    const auto& median = costs[costs.size() / 2];
    fmt::print("{:<34}{:8.3f} s {:8.1f} MB\n", what, median.seconds, median.megabytes);
}

void make(const store::Installation& installation, web::decision::report::Format format) {
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    const auto process = store::process_named(*db, "bench").value();
    const ScratchFolder folder;
    const auto made = web::decision::report::make(
        {*db, process, web::words_of(Language::sv), Clock{"Europe/Stockholm"}, cli::now()}, format, folder,
        {.time = std::chrono::minutes{10}, .memory = 8ULL << 30}, [](std::string_view, double) {});
    if (!made || !made->check.is_right()) throw std::runtime_error{"the report is wrong"};
}

/// Makes the page of the paragraph that most links lead to, again and again.
void make_paragraph_pages(const store::Installation& installation, int pages) {
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    sql::Writer writer{sql::open(installation.database(), sql::Access::read_write), cli::now};
    const web::Site site{writer, Clock{"Europe/Stockholm"}, cli::now, installation.secret(),
        "http://localhost:8080", installation.data};
    const web::Router router{web::all_routes()};
    for (int n = 0; n < pages; ++n) {
        web::http::Request request;
        request.path = "/processer/bench/stycke/RUS-1-p1";
        request.headers["host"] = "localhost:8080";
        request.query = {{"n", std::to_string(n)}};  // another address, so that no kept page is given
        if (router.answer(site, *db, request).status != 200)
            throw std::runtime_error{"there is no such page"};
    }
}

int run(const store::Installation& installation, const Size& size, int runs) {
    measured([&] {
        sql::Writer writer{store::begin_installation(installation, time::now()), cli::now};
        const auto secret = installation.secret();
        const auto process = open_process(writer);
        must(app::perform(writer, Actor::operating(), process, [&](auto& act) -> Result<bool> {
            Filling{act, secret}.fill(size);
            return true;
        }));
    });
    fmt::print(
        "{} inspel, {} issues, {} changes\n", size.inspel, size.inspel * size.issues_each, size.changes);
    say("report as HTML", runs, [&] { make(installation, web::decision::report::Format::html); });
    say("report as DOCX", runs, [&] { make(installation, web::decision::report::Format::docx); });
    say("report as ODT", runs, [&] { make(installation, web::decision::report::Format::odt); });
    const auto with_process = [&](auto use) {
        const auto db = sql::open(installation.database(), sql::Access::read_only);
        use(*db, store::process_named(*db, "bench")->id);
    };
    say("100 pages of 500 links", runs, [&] { make_paragraph_pages(installation, 100); });
    say("figures", runs,
        [&] { with_process([](auto& db, auto process) { (void)store::figures_of(db, process); }); });
    say("all links", runs, [&] {
        with_process(
            [](auto& db, auto process) { store::each_link(db, process, [](const store::Link&) {}); });
    });
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"Measures the consultation report in an empty installation"};
    store::Installation installation;
    Size size;
    int runs = 5;
    cli::Command command{program};
    cli::add_installation(command, installation);
    program.add_option("--inspel", size.inspel)->capture_default_str();
    program.add_option("--issues", size.issues_each, "of each inspel")->capture_default_str();
    program.add_option("--changes", size.changes)->capture_default_str();
    program.add_option("--runs", runs)->capture_default_str();
    CLI11_PARSE(program, argc, argv);
    return cli::run_command([&] { return run(installation, size, runs); });
}
