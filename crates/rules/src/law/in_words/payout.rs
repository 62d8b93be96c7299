//! The law on paying out in words.

use std::{collections::BTreeMap, fmt::Display};

use civil::{Employment, Rate};

use super::{in_topics, of, text};
use crate::law::{
    Law, ProvisionId,
    pay::{Criterion, How, ProrationBy},
    payout::{
        Account, Acting, Agreed, Bpjs, CountsFor, December, Extra, ExtraOf, FinalTax, Income,
        Instalment, SameOf, TaxCode, TaxMethod, TaxMethodValue, Ter, TerCategories,
    },
};

impl Law {
    pub(super) fn of_payout(&self, id: ProvisionId) -> Option<String> {
        let law = &self.payout;
        let taken = || {
            of(&law.bpjs, id)
                .map(bpjs)
                .or_else(|| of(&law.bpjs_cap, id).map(|cap| at_most(&rupiah(cap.max))))
                .or_else(|| in_topics(&law.agreed, id).map(agreed))
                .or_else(|| of(&law.instalment, id).map(instalment))
        };
        let taxed = || {
            of(&law.tax_method, id)
                .map(tax_method)
                .or_else(|| of(&law.final_tax, id).map(final_tax))
                .or_else(|| in_topics(&law.ter, id).map(ter))
                .or_else(|| of(&law.ter_category, id).map(categories))
        };
        let added = || {
            let cap = |max: Rate| at_most(&format!("{} dari TPP satu bulan", text::percent(max)));
            of(&law.acting, id)
                .map(acting)
                .or_else(|| of(&law.extra_cap, id).map(|value| cap(value.max)))
                .or_else(|| in_topics(&law.extra, id).map(extra))
                .or_else(|| of(&law.december, id).map(december))
        };
        taken()
            .or_else(taxed)
            .or_else(added)
            .or_else(|| in_topics(&law.account, id).map(account))
            .or_else(|| in_topics(&law.tax_code, id).map(tax_code))
            .or_else(|| in_topics(&self.criteria, id).map(criterion))
    }
}

fn at_most(what: &str) -> String {
    format!("paling banyak {what}")
}

fn rupiah(amount: u32) -> String {
    format!("{} rupiah", text::count(amount))
}

fn rounding(how: How, to: u32) -> String {
    let unit = match to {
        1 => "rupiah".to_owned(),
        to => format!("kelipatan {}", rupiah(to)),
    };
    match how {
        How::Down => format!("dibulatkan ke bawah ke {unit}"),
        How::Up => format!("dibulatkan ke atas ke {unit}"),
        How::HalfUp => format!("dibulatkan ke {unit} terdekat (setengah ke atas)"),
        How::HalfEven => format!("dibulatkan ke {unit} terdekat (setengah ke bilangan genap)"),
    }
}

fn incomes(of: &[Income]) -> String {
    let word = |income: &Income| match income {
        Income::Pay => "gaji pokok",
        Income::Family => "tunjangan keluarga",
        Income::Position => "tunjangan jabatan atau umum",
        Income::Tpp => "TPP",
        Income::Extra => "THR dan ketiga belas",
        Income::EmployerPremium => "iuran pemberi kerja",
    };
    of.iter().map(word).collect::<Vec<_>>().join(" + ")
}

fn bpjs(value: &Bpjs) -> String {
    format!(
        "pegawai {}, pemberi kerja {}, dari {}; {}",
        text::percent(value.employee),
        text::percent(value.employer),
        incomes(&value.of),
        rounding(value.how, value.to)
    )
}

fn employment(kind: Employment) -> &'static str {
    match kind {
        Employment::Pns => "PNS",
        Employment::Cpns => "CPNS",
        Employment::Pppk => "PPPK",
        Employment::PppkParuhWaktu => "PPPK paruh waktu",
        Employment::NonAsn => "bukan ASN",
    }
}

fn tax_method(value: &TaxMethodValue) -> String {
    let method = |method: TaxMethod| match method {
        TaxMethod::Final => "final menurut golongan",
        TaxMethod::Ter => "tarif efektif bulanan (TER)",
    };
    let own = value
        .by_employment
        .iter()
        .map(|(kind, own)| format!("{}: {}", employment(*kind), method(*own)));
    let income = (!value.income.is_empty())
        .then(|| format!("penghasilan sebulan untuk TER: {}", incomes(&value.income)));
    let year = value
        .year_end
        .map(|end| format!("pada pembayaran bulan ke-{} pajaknya dihitung setahun", end.month));
    let parts = [method(value.method).to_owned()].into_iter().chain(own).chain(income).chain(year);
    parts.chain([rounding(value.how, value.to)]).collect::<Vec<_>>().join("; ")
}

fn shares<K: Display>(shares: impl IntoIterator<Item = (K, Rate)>) -> String {
    let one = |(key, share): (K, Rate)| format!("{key}: {}", text::percent(share));
    shares.into_iter().map(one).collect::<Vec<_>>().join("; ")
}

fn final_tax(value: &FinalTax) -> String {
    let pns = shares(value.rates.iter().map(|(golongan, rate)| (golongan, *rate)));
    let pppk = value.pppk.iter().map(|(golongan, rate)| (golongan, *rate));
    let pppk = shares(pppk);
    if pppk.is_empty() {
        format!("menurut golongan – {pns}")
    } else {
        format!("menurut golongan – {pns}; golongan PPPK – {pppk}")
    }
}

fn ter(value: &Ter) -> String {
    let row = |row: &crate::law::payout::TerRow| match row.to {
        Some(to) => format!("sampai {}: {}", text::count(to), text::percent(row.rate)),
        None => format!("selebihnya: {}", text::percent(row.rate)),
    };
    let rows: Vec<_> = value.rows.iter().map(row).collect();
    format!("dari seluruh penghasilan sebulan, rupiah – {}", rows.join("; "))
}

fn categories(value: &TerCategories) -> String {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (status, name) in &value.categories {
        by_name.entry(name).or_default().push(status);
    }
    let one = |(name, list): (&str, Vec<&str>)| {
        format!("kategori {}: {}", name.to_uppercase(), list.join(", "))
    };
    by_name.into_iter().map(one).collect::<Vec<_>>().join("; ")
}

fn agreed(value: &Agreed) -> String {
    let much = match (value.share, value.amount) {
        (Some(share), _) => format!(
            "{} dari yang tersisa sesudah iuran dan pajak, kecuali disepakati lain",
            text::percent(share)
        ),
        (None, Some(amount)) => format!("{} sebulan, kecuali disepakati lain", rupiah(amount)),
        (None, None) => "sebesar yang disepakati".to_owned(),
    };
    let account = value.account.as_ref().map(|account| format!("; rekening {account}"));
    format!(
        "hanya dengan persetujuan pegawai; {much}; {}{}",
        rounding(value.how, value.to),
        account.unwrap_or_default()
    )
}

fn acting(value: &Acting) -> String {
    let of = match value.same_of {
        SameOf::Own => "TPP jabatan sendiri",
        SameOf::Post => "TPP jabatan yang dirangkap",
        SameOf::Lower => "TPP yang lebih rendah",
        SameOf::Higher => "TPP yang lebih tinggi",
    };
    let by = match value.by {
        ProrationBy::CalendarDays => "bagian bulan menurut hari kalender",
        ProrationBy::FirstDay => "sebulan penuh bila sudah menjabat pada hari pertama",
    };
    format!(
        "kurang dari {} hari kerja tidak ada; setingkat: tambahan {} dari {of}; di atasnya: TPP jabatan yang lebih tinggi menggantikan; {by}; {}",
        value.min_working_days,
        text::percent(value.same_share),
        rounding(value.how, value.to)
    )
}

fn extra(value: &Extra) -> String {
    let who: Vec<_> = value.employment.iter().map(|kind| employment(*kind)).collect();
    let of = match value.of {
        ExtraOf::Due => "sebelum potongan",
        ExtraOf::Received => "sesudah potongan",
    };
    let part = |name: &String| text::key(name);
    let parts: Vec<_> = value.components.iter().map(part).collect();
    let parts = if parts.is_empty() { "TPP".to_owned() } else { parts.join(" + ") };
    let excluded = (!value.without_reasons.is_empty())
        .then(|| format!(", kecuali {}", value.without_reasons.join(", ")));
    let paid = value.pays_in_month.map(|month| format!("; dibayar pada bulan ke-{month}"));
    format!(
        "{} dari {parts} {of} bulan ke-{} tahun itu, untuk {}{}{}; {}",
        text::percent(value.share),
        value.rests_on_month,
        who.join(", "),
        excluded.unwrap_or_default(),
        paid.unwrap_or_default(),
        rounding(value.how, value.to)
    )
}

fn december(value: &December) -> String {
    match (value.rest, value.counts_until_day) {
        (CountsFor::FullPresence, Some(day)) => format!(
            "dibayar sebelum tahun berakhir: kehadiran dihitung sampai tanggal {day}, sisanya dianggap hadir penuh dan diselesaikan kemudian"
        ),
        (CountsFor::FullPresence, None) => "dibayar sesudah bulannya berakhir".to_owned(),
        (CountsFor::January, _) => {
            "dibayar pada Januari dari anggaran tahun berikutnya, sesudah semua hari diketahui"
                .to_owned()
        }
    }
}

fn account(value: &Account) -> String {
    let own = value.codes.iter().map(|(kind, code)| format!("{}: {code}", employment(*kind)));
    let word = if value.codes.is_empty() { "rekening" } else { "lainnya:" };
    let all = value.code.iter().map(|code| format!("{word} {code}"));
    own.chain(all).collect::<Vec<_>>().join("; ")
}

fn tax_code(value: &TaxCode) -> String {
    format!("kode akun pajak {}, kode jenis setoran {}", value.account, value.deposit)
}

fn instalment(value: &Instalment) -> String {
    let months = value.months_max.map(|months| format!("; paling lama {months} bulan"));
    let unit = match value.to {
        1 => String::new(),
        to => format!("; kelipatan {}", rupiah(to)),
    };
    format!(
        "paling banyak {} dari yang dibayarkan sebulan{}{unit}; angsuran terakhir sebesar sisanya",
        text::percent(value.max_share),
        months.unwrap_or_default()
    )
}

fn criterion(value: &Criterion) -> String {
    let mut classes: Vec<_> = value.classes.iter().map(|(class, share)| (class, *share)).collect();
    // Keys are texts, in which 10 comes before 2.
    classes.sort_by_key(|(class, _)| class.parse::<u32>().unwrap_or(u32::MAX));
    let groups = shares(value.groups.iter().map(|(group, share)| (text::key(group), *share)));
    let classes =
        shares(classes.into_iter().map(|(class, share)| (format!("kelas {class}"), share)));
    let all = match (value.share, groups.is_empty() && classes.is_empty()) {
        (Some(share), true) => text::percent(share),
        (Some(share), false) => format!("lainnya: {}", text::percent(share)),
        (None, _) => "lainnya: tidak ada".to_owned(),
    };
    let parts = [groups, classes, all].into_iter().filter(|part| !part.is_empty());
    format!("bagian dari besaran kelas jabatan – {}", parts.collect::<Vec<_>>().join("; "))
}
