#pragma once

#include "documents/document.hpp"

/// A report with every kind of cell, a total and a note.
inline peergroup::documents::Document sample_document() {
    using namespace peergroup::documents;
    Document document;
    document.schema = "peergroup.sample/1";
    document.title = "Week 5";
    document.facts = {{"week", "Week", Cell::text("2026-W05")}, {"final", "Final", Cell::flag(true, "yes")}};
    Table groups;
    groups.key = "groups";
    groups.columns = {{"code", "Group", true, Alignment::left},
                      {"status", "Status", false, Alignment::left},
                      {"enrolled", "Enrolled", false, Alignment::right},
                      {"rate", "Rate", false, Alignment::right},
                      {"tags", "Tags", false, Alignment::left}};
    groups.rows = {
        {{Cell::text("A-1"), Cell::coded("open", "Open"), Cell::of(12), Cell::ratio(6, 7), Cell::list({"x", "y"})}, false},
        {{Cell::text("Ä-2"), Cell::coded("closed", "Closed"), Cell::of(3), Cell::ratio(0, 0), Cell::list({})}, false},
        {{Cell::text("Total"), Cell::empty(), Cell::of(15), Cell::ratio(6, 7)}, true}};
    document.tables = {groups};
    document.notes = {"Internal."};
    return document;
}

/// The same with a second table that has a column of its own.
inline peergroup::documents::Document two_table_document() {
    using namespace peergroup::documents;
    Document document;
    document.schema = "peergroup.sample/1";
    document.tables = {
        {"groups", "Groups", {{"code", "Code", true}, {"size", "Size"}}, {{{Cell::text("A"), Cell::of(4)}}}},
        {"venues", "Venues", {{"code", "Code", true}, {"town", "Town"}}, {{{Cell::text("V"), Cell::text("Kajaani")}}}}};
    return document;
}
