#include "app/act/record.hpp"
#include "app/document/document.hpp"
#include "app/document/document_import.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/issue/issues.hpp"
#include "app/log/backup_keys.hpp"
#include "app/log/log_keys.hpp"
#include "app/log/log_repair.hpp"
#include "app/site/release.hpp"
#include "app/site/setup.hpp"
#include "app/staff/staff.hpp"
#include "app/statistics/dataset.hpp"
#include "base/text.hpp"
#include "engine/openlog/tree/builder.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/published_log.hpp"
#include "support/walks.hpp"

#include <fstream>
#include <regex>

using namespace example;

namespace {

/// Every verb that the headers of app/ offer.
std::set<std::string> verbs_in_headers() {
    std::set<std::string> names;
    static const std::regex verb{R"(\bResult<[^;{}]*>\s+(\w+)\(\s*sql::Transaction&)"};
    for (const auto& file : std::filesystem::recursive_directory_iterator{"src/app"}) {
        if (file.path().extension() != ".hpp") continue;
        std::ifstream stream{file.path()};
        const std::string source{std::istreambuf_iterator<char>{stream}, {}};
        for (auto match = std::sregex_iterator{source.begin(), source.end(), verb};
             match != std::sregex_iterator{}; ++match)
            names.insert((*match)[1]);
    }
    return names;
}

void walk_staff(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const auto manage = may(Action::manage_users, process);
    const auto administer = may(Action::administer, process);
    watch("make_setup_link", [&](auto& tx) { return app::make_setup_link(tx, administer); });
    const auto link = watch.home.write([&](auto& tx) { return app::make_setup_link(tx, administer); });
    watch("set_up", [&](auto& tx) {
        return app::set_up(
            tx, administer, *link, revision_draft("tredje"), choices, {{}, "leder@example.org", "Leder"});
    });
    watch("open_process",
        [&](auto& tx) { return app::open_process(tx, administer, revision_draft("fjarde"), choices); });
    const auto invite = [&](auto& tx) {
        return app::invite(tx, manage, process, {{}, "eva@example.org", "Eva"}, Role::handler);
    };
    const auto token = watch("invite", invite);
    const auto session = watch("sign_in", [&](auto& tx) { return app::sign_in(tx, manage, token); });
    watch("touch", [&](auto& tx) { return app::touch(tx, manage, session); });
    watch("sign_out", [&](auto& tx) { return app::sign_out(tx, manage, session); });
    const auto member = store::members_of(*watch.home.db, process.id).front().user.id;
    watch("remove_member", [&](auto& tx) { return app::remove_member(tx, manage, process, member); });
}

void walk_calendar(Watch& watch, const Process& process, const Permit& edit) {
    const Localized word{"Ord", "Word"};
    Event event;
    event.title = word;
    event.starts = event.ends = LocalTime{today};
    event = watch("add_event", [&](auto& tx) { return app::add_event(tx, edit, process, event); });
    watch(
        "change_event", [&](auto& tx) { return app::change_event(tx, edit, process, event, event, today); });
    const Withdrawal why{today, "Ingen kunde komma."};
    watch("call_off_event", [&](auto& tx) { return app::call_off_event(tx, edit, process, event, why); });
    NewsItem item{{}, {}, today, word, word};
    item = watch("publish_news", [&](auto& tx) { return app::publish_news(tx, edit, process, item); });
    watch("correct_news", [&](auto& tx) { return app::correct_news(tx, edit, process, item, item); });
    watch("withdraw_news", [&](auto& tx) { return app::withdraw_news(tx, edit, process, item, why); });
    Body body;
    body.slug = "radet";
    body.title = word;
    body = watch("add_body", [&](auto& tx) { return app::add_body(tx, edit, process, body); });
    watch("change_body", [&](auto& tx) { return app::change_body(tx, edit, process, body, body); });
    Seat seat{{}, "ordförande", "Regionen", today, {}};
    seat = watch("add_seat", [&](auto& tx) { return app::add_seat(tx, edit, process, body, seat); });
    watch("end_seat", [&](auto& tx) { return app::end_seat(tx, edit, process, body, seat, today); });
}

void walk_site(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const auto edit = may(Action::edit_site, process);
    const Localized word{"Ord", "Word"};
    watch("describe_process", [&](auto& tx) { return app::describe_process(tx, edit, process, process); });
    watch("offer_choices", [&](auto& tx) { return app::offer_choices(tx, edit, process, choices); });
    auto step = watch("add_step", [&](auto& tx) {
        return app::add_step(tx, edit, process, {{}, {}, 1, word, word, {today, today}, {}});
    });
    watch("change_step", [&](auto& tx) { return app::change_step(tx, edit, process, step, step, today); });
    watch("withdraw_step", [&](auto& tx) {
        return app::withdraw_step(tx, edit, process, step, {today, "Den behövs inte."});
    });
    auto activity = world.activity;
    activity.slug = "annan-aktivitet";
    activity =
        watch("add_activity", [&](auto& tx) { return app::add_activity(tx, edit, process, activity); });
    watch("change_activity",
        [&](auto& tx) { return app::change_activity(tx, edit, process, activity, activity, today); });
    watch("withdraw_activity", [&](auto& tx) {
        return app::withdraw_activity(tx, edit, process, activity, {today, "Den behövs inte."});
    });
    walk_calendar(watch, process, edit);
}

void walk_issues(Watch& watch, const Process& process, int inspel) {
    const auto handle = may(Action::handle_issues, process);
    const auto split = [&](const char* quote) {
        return watch("split_inspel", [&](auto& tx) {
            return app::split_inspel(tx, handle, process, inspel, {quote, "", "", "", {}}, today);
        });
    };
    const auto first = split("Fler");
    const auto second = split("bussar");
    const auto third = split("tåg");
    watch("assign_issue",
        [&](auto& tx) { return app::assign_issue(tx, handle, process, first.id, "Eva", today); });
    watch("group_issues", [&](auto& tx) {
        return app::group_issues(tx, handle, process, {first.id, second.id}, "Resor");
    });
    watch("leave_group", [&](auto& tx) { return app::leave_group(tx, handle, process, second.id); });
    watch("remove_issue", [&](auto& tx) { return app::remove_issue(tx, handle, process, third.id); });
    watch("answer_issue",
        [&](auto& tx) { return app::answer_issue(tx, handle, process, first.id, "noterat", "Tack", {}); });
    watch("publish_answers", [&](auto& tx) {
        return app::publish_answers(tx, may(Action::publish_answers, process), process, {});
    });
    watch("change_published_answer", [&](auto& tx) {
        return app::change_published_answer(tx, may(Action::publish_answers, process), process, first.id,
            {"noterat", "Tack för orden", "Ett skrivfel är rättat"});
    });
    const auto block = watch("add_text_block", [&](auto& tx) {
        return app::add_text_block(tx, handle, process, {{}, "A", "B"});
    });
    watch(
        "remove_text_block", [&](auto& tx) { return app::remove_text_block(tx, handle, process, block.id); });
}

app::Receipt send(Watch& watch, const World& world, const std::string& key) {
    return watch("receive_inspel", [&](auto& tx) {
        return app::receive_inspel(tx, may(Action::give_inspel, world.revision), world.revision,
            world.activity, draft("Fler bussar och tåg"), {key, secret});
    });
}

void walk_inspel(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const auto moderate = may(Action::moderate_inspel, process);
    const auto follow = may(Action::follow_inspel, process);
    const auto enter = may(Action::enter_inspel, process);
    const auto kept = send(watch, world, "a");
    watch(
        "publish_inspel", [&](auto& tx) { return app::publish_inspel(tx, moderate, process, kept.number); });
    const auto inspel = watch("complete_inspel",
        [&](auto& tx) { return app::complete_inspel(tx, follow, process, kept.code, "Mer", "k"); });
    const auto addition = store::additions_of(*watch.home.db, inspel.id).front().id;
    watch("show_addition",
        [&](auto& tx) { return app::show_addition(tx, moderate, process, kept.number, addition); });
    watch("edit_copy", [&](auto& tx) {
        return app::edit_copy(tx, moderate, process, kept.number, "Rubrik", "Fler bussar och tåg");
    });
    walk_issues(watch, process, kept.number);
    const auto declined = send(watch, world, "b");
    watch("decline_inspel", [&](auto& tx) {
        return app::decline_inspel(tx, moderate, process, declined.number, "off_topic", "Gäller annat");
    });
    watch("reopen_inspel",
        [&](auto& tx) { return app::reopen_inspel(tx, moderate, process, declined.number); });
    const auto withdrawn = send(watch, world, "c");
    watch("withdraw_inspel",
        [&](auto& tx) { return app::withdraw_inspel(tx, follow, process, withdrawn.code); });
    const app::Entered entered{draft("Ett brev"), Channel::paper, {}, {}, noon};
    watch("enter_inspel", [&](auto& tx) { return app::enter_inspel(tx, enter, process, entered, secret); });
    watch(
        "import_inspel", [&](auto& tx) { return app::import_inspel(tx, enter, process, {entered}, secret); });
}

void walk_lines(Watch& watch, const Process& process, const Document& document) {
    const auto edit = may(Action::edit_text, process);
    const auto line = [&](std::size_t at) {
        return store::lines_of(*watch.home.db, store::draft_of(*watch.home.db, document.id).id)[at];
    };
    const Grounds grounds{{}, "Tydligare"};
    watch("edit_words", [&](auto& tx) {
        return app::edit_words(
            tx, edit, process, document, {line(1).node.id, line(1).revision, "Nya ord", grounds});
    });
    const auto added = watch("add_line", [&](auto& tx) {
        return app::add_line(tx, edit, process, document,
            {line(1).node.id, Node::Kind::paragraph, 2, "", "Ett stycke till", grounds});
    });
    watch("move_line", [&](auto& tx) {
        return app::move_line(tx, edit, process, document, added.node.id, line(0).node.id, grounds);
    });
    const auto part = watch("split_line", [&](auto& tx) {
        return app::split_line(tx, edit, process, document, {added.node.id, "Ett", "Två", "", grounds});
    });
    watch("join_lines", [&](auto& tx) {
        return app::join_lines(
            tx, edit, process, document, {added.node.id, part.node.id, "Ett och två", grounds});
    });
    watch("remove_line",
        [&](auto& tx) { return app::remove_line(tx, edit, process, document, added.node.id, grounds); });
    watch("replace_text", [&](auto& tx) {
        const auto written = read_manuscript("# Länet\n\nHelt andra ord\n", "RUS");
        return app::replace_text(tx, edit, process, document, *written, grounds);
    });
    watch("set_node_type",
        [&](auto& tx) { return app::set_node_type(tx, edit, process, line(1).node.id, Node::Type::vision); });
}

void walk_text(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, "Länet"},
        {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Ord"}};
    const auto document = watch("open_document", [&](auto& tx) {
        return app::open_document(
            tx, may(Action::edit_text, process), process, {{}, {}, {}, "RUS", "Länet"}, lines);
    });
    watch("freeze", [&](auto& tx) {
        return app::freeze(
            tx, may(Action::freeze_text, process), process, document, Version::Kind::referral, "Remiss");
    });
    walk_lines(watch, process, document);
    const auto issue = watch.home.db->run("SELECT id FROM issue WHERE answer_id IS NOT NULL").front();
    watch("link_answer", [&](auto& tx) {
        return app::link_answer(tx, may(Action::handle_issues, process), process, issue.id<Issue>("id"), 1);
    });
}

void walk_regional(Watch& watch) {
    const auto administer = may(Action::administer, Process{});
    Dataset dataset;
    dataset.title = dataset.source = dataset.licence = "Ord";
    dataset.digest = hex(as_text(sha256("a file")));
    RegionMap map;
    map.digest = dataset.digest;
    dataset.dimensions = {{"region", {{"2326", "Berg"}}}};
    watch("import_dataset", [&](auto& tx) {
        return app::import_dataset(tx, administer, dataset, {{0, 1.0, ""}});
    });
    watch("import_map", [&](auto& tx) {
        return app::import_map(tx, administer, map, {{"2326", "Berg", "[]"}});
    });
}

/// The newest entry is lost, and comes back from what was published.
void walk_repair(Watch& watch) {
    openlog::Builder builder;
    for (const auto& entry : store::log_entries(*watch.home.db, 0, 1000)) builder.append(entry);
    std::map<std::string, std::string> files;
    for (const auto& file : builder.files()) files[file.path] = file.bytes;
    const auto published = [&](const std::string& path) -> std::optional<std::string> {
        return files.contains(path) ? std::optional{files[path]} : std::nullopt;
    };
    sql::open(watch.home.where, sql::Access::read_write)
        ->script(
            "DELETE FROM log_salt WHERE idx = (SELECT max(idx) FROM log_entry); "
            "DELETE FROM log_entry WHERE idx = (SELECT max(idx) FROM log_entry)");
    watch("repair_log", [&](auto& tx) {
        return app::repair_log(tx, may(Action::administer, Process{}), published, builder.head());
    });
}

void walk_log(Watch& watch, const World& world) {
    const auto administer = may(Action::administer, Process{});
    watch("remember_signed", [&](auto& tx) {
        return app::remember_signed(tx, administer, {{7, sha256("root")}, noon, "note"});
    });
    watch("keep_cosigned", [&](auto& tx) {
        return app::keep_cosigned(tx, administer, {{7, sha256("root")}, noon, "another note"});
    });
    watch("note_release", [&](auto& tx) {
        return app::note_release(tx, administer, {"1.0", sha256("program"), "rules"});
    });
    watch("note_destroyed_keys",
        [&](auto& tx) { return app::note_destroyed_keys(tx, administer, {"2026-11"}); });
    watch("rotate_key", [&](auto& tx) {
        return app::rotate_key(tx, administer, key_of("log"),
            {openlog::SigningKey{"log", openlog::KeyType::ed25519, sha256("next")}.verifier()});
    });
    watch("erase_inspel", [&](auto& tx) {
        return app::erase_inspel(tx, may(Action::erase, world.revision), world.revision, 1,
            {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1/2026"});
    });
    watch("note_sweep", [&](auto& tx) { return app::note_sweep(tx, administer, 1'000'000); });
    walk_repair(watch);
}

}  // namespace

TEST_CASE("every verb writes its entry in the log, and those that do not are listed with a reason") {
    detail::on_sqlite([](TestDatabase& home) {
        Watch watch{home};
        watch("open_log", [&](auto& tx) {
            return app::open_log(
                tx, may(Action::administer, Process{}), openlog::as_vkey(key_of("log").verifier()));
        });
        const auto world = settle(home);
        walk_staff(watch, world);
        walk_site(watch, world);
        walk_inspel(watch, world);
        walk_text(watch, world);
        walk_regional(watch);
        walk_referral(watch, world);
        walk_decision(watch, world);
        walk_talk(watch, world);
        walk_log(watch, world);

        const auto offered = verbs_in_headers();
        CHECK(offered.size() > 70);
        for (const auto& name : offered) {
            CAPTURE(name);
            CHECK(watch.walked.contains(name));
        }
    });
}
